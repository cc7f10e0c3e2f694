namespace MlsdEstimator;

/// <summary>A device, a layout and a format that a plan tries.</summary>
internal sealed class LlmCandidate(LlmPlan plan, Accelerator device, ParallelLayout layout, ModelFormat format)
{
    /// <summary>The fleet, made when nothing forbids it.</summary>
    private readonly Lazy<LlmFleet> fleet = new(() => plan.FleetOf(device, layout, format));

    public LlmFleet Fleet => fleet.Value;

    /// <summary>Why it does not work; null where it does.</summary>
    public LlmRefusal? Refusal => field ??= Reason is string reason ? new LlmRefusal(device, layout, format, reason) : null;

    public static string TitleOf(Accelerator device, ParallelLayout layout, ModelFormat format) => $"{device}, {layout}, {format}, {format.KvCache} cache";

    private string? Reason => Forbidden ?? Impossible;

    private string? Impossible
    {
        get
        {
            if (!Fleet.AtOnce.IsFeasible)
                return Infeasibility.Reason(Fleet.AtOnce.Node);
            return Fleet.Bought.IsFeasible ? null : $"{Infeasibility.Reason(Fleet.Bought.Node)}: there one request alone breaks a limit, or does not fit";
        }
    }

    private string? Forbidden => Memory ?? Arithmetic ?? Width ?? Heads ?? Links;

    private string? Memory => device.Memory is null ? $"the memory of {device} is not known; give it: device with {{ Memory = 64.Gibibytes }}" : null;

    private string? Arithmetic => Emulation.Candidates(format.Compute).Any(precision => device.Peak(precision) is not null)
        ? null
        : $"{device} has no {format.Compute} arithmetic and nothing wider; it has {string.Join(", ", device.Peaks.Select(entry => entry.Precision))}";

    private string? Width => format.Weights.BitsPerValue <= plan.Model.Format.Weights.BitsPerValue
        ? null
        : $"the weights come in {plan.Model.Format}, and {format} is wider";

    private string? Heads => plan.Model.AttentionPattern.FirstOrDefault(attention => attention.Heads.Value % layout.TensorParallel.Value != 0) is Attention attention
        ? $"{attention.Heads} heads do not divide over {layout.TensorParallel} devices"
        : null;

    private string? Links
    {
        get
        {
            double linked = (layout.TensorParallel * layout.AttentionReplicas).Value, reach = (device.Link?.Devices ?? LlmDefaults.DevicesOfHost).Value;
            if (linked > 1 && device.Link is null)
                return $"{device} has no known link to its neighbours, over which {layout} sends; give it: device with {{ Link = new DeviceLink {{ ... }} }}";
            return linked > reach ? Text.Of($"{device.Link} connects {reach} devices, and {layout} sends among {linked} in every layer; use pipeline stages beyond") : null;
        }
    }
}
