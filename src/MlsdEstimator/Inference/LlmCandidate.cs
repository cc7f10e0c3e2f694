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

    private string? Forbidden => Software ?? Memory ?? Arithmetic ?? Width ?? Fleet.Replica.Obstacles.FirstOrDefault();

    private string? Software => plan.Stack.RunsOn(device)
        ? null
        : $"{plan.Stack} runs on {plan.Stack.Machines} and not on {device}; what does: {string.Join(", ", ServingStack.All.Where(stack => stack != ServingStack.Unknown && stack.RunsOn(device)))}";

    private string? Memory => device.Memory is null ? $"the memory of {device} is not known; give it: device with {{ Memory = 64.Gibibytes }}" : null;

    private string? Arithmetic => Emulation.Candidates(format.Compute).Any(precision => device.Peak(precision) is not null)
        ? null
        : $"{device} has no {format.Compute} arithmetic and nothing wider; it has {string.Join(", ", device.Peaks.Select(entry => entry.Precision))}";

    private string? Width => format.Weights.BitsPerValue <= plan.Model.Format.Weights.BitsPerValue
        ? null
        : $"the weights come in {plan.Model.Format}, and {format} is wider";
}
