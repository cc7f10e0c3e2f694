namespace MlsdEstimator;

/// <summary>On which devices, spread how and in which formats a language model answers a demand within limits at the least cost: every combination tried, the best first, the others with the reason.</summary>
/// <remarks>
/// Each combination is an <see cref="LlmFleet"/>: what it says about statistics, head-room and what is not validated holds here. Ranked by cost at best guesses; devices without a price
/// follow, fewest first. Tensor parallelism reaches as far as the link of the device: <see cref="DeviceLink.Devices"/>, a host of 8 where nobody said. The stack has to run on the device
/// (<see cref="ServingStack.RunsOn"/>). What a narrower format costs in quality is not judged.
/// </remarks>
/// <example>
/// <code>
/// var plan = new LlmPlan
/// {
///     Model = PublishedModels.Transformer("Llama-3-8B"), Demand = LlmDemand.Chat(chat), Stack = ServingStack.Vllm,
///     Devices = [Accelerators.H100Sxm80Gb, Accelerators.A100Sxm80Gb, Accelerators.L4],
///     FirstTokenLimit = 1.Seconds, TokenLimit = 50.Milliseconds, Spare = 1,
/// };
/// foreach (string line in plan.Report())
///     Console.WriteLine(line);
/// </code>
/// </example>
public sealed record LlmPlan : Estimator
{
    /// <summary>The model, in the widest format it comes in.</summary>
    public required Transformer Model { get; init => field = Require.NotNull(value, "model"); }

    /// <summary>What is asked.</summary>
    public required LlmDemand Demand { get; init => field = Require.NotNull(value, "demand"); }

    /// <summary>Devices to try, at least one.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public required IReadOnlyList<Accelerator> Devices { get; init => field = Some(value, "devices"); }

    /// <summary>The software.</summary>
    public required ServingStack Stack { get; init => field = Require.NotNull(value, "serving stack"); }

    /// <summary>Limit of the time to the first token, its mean over requests, above 0; null where it may be any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration? FirstTokenLimit { get; init => field = value is null ? null : Require.Positive(value, "limit of the time to first token"); }

    /// <summary>Limit of the time per token, its mean, above 0; null where it may be any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration? TokenLimit { get; init => field = value is null ? null : Require.Positive(value, "limit of the time per token"); }

    /// <summary>Replicas that may be missing at peak, a whole number of at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public required Scalar Spare { get; init => field = Require.WholeAtLeast(0, value, "spare replicas"); }

    /// <summary>Layouts to try, at least one. Default: 1, 2, 4 and 8 devices that share each layer.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public IReadOnlyList<ParallelLayout> Layouts { get; init => field = Some(value, "layouts"); } = LlmDefaults.Layouts;

    /// <summary>Formats of the weights to try, at least one. Default: bf16, fp8, int4 weight-only.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public IReadOnlyList<ModelFormat> Formats { get; init => field = Some(value, "formats"); } = LlmDefaults.Formats;

    /// <summary>Formats of the cache to try, at least one. Default: bf16 and fp8.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public IReadOnlyList<StorageFormat> CacheFormats { get; init => field = Some(value, "cache formats"); } = LlmDefaults.CacheFormats;

    /// <summary>Adapters that every replica holds beside the model; null for none, the default.</summary>
    public LoraAdapters? Adapters { get; init; }

    /// <summary>A draft that every replica runs beside the model; null for none, the default.</summary>
    public SpeculativeDecoding? Speculation { get; init; }

    /// <summary>Part of what a replica answers that is planned for, above 0; null for what each device has by default, see <see cref="LlmFleet.HeadRoom"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Fraction? HeadRoom { get; init => field = value is null ? null : Require.PositiveFraction(value, "head-room"); }

    /// <summary>Most requests that the engine of a replica runs at once, at least 1, or null where only memory and the limits decide.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? RequestLimit { get; init => field = value is null ? null : Require.AtLeast(1, value, "request limit"); }

    /// <summary>The part of our belief about the need that purchases cover, strictly between 0 and 1. Default 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <summary>Fleets that work, the cheapest first.</summary>
    public IReadOnlyList<LlmFleet> Options => Remember<IReadOnlyList<LlmFleet>>(() =>
    [
        .. Candidates.Where(candidate => candidate.Refusal is null).Select(candidate => candidate.Fleet)
            .OrderBy(fleet => fleet.Cost is null).ThenBy(fleet => fleet.Cost?.BaseValue).ThenBy(fleet => fleet.Devices.Value),
    ]);

    /// <summary>What was tried and does not work, in the order it was tried.</summary>
    public IReadOnlyList<LlmRefusal> Refused => Remember<IReadOnlyList<LlmRefusal>>(() => [.. Candidates.Select(candidate => candidate.Refusal).OfType<LlmRefusal>()]);

    /// <summary>The first of the options; null where none works.</summary>
    public LlmFleet? Best => Options.Count > 0 ? Options[0] : null;

    /// <summary>None of its own: those of the best option are the results of its part.</summary>
    public override IReadOnlyList<IQuantity> Results => [];

    /// <summary>The best option.</summary>
    public override IReadOnlyList<Estimator> Parts => Best is null ? [] : [Best];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => LlmPlanReport.FindingsOf(this);

    /// <summary>A table of all options, what binds each, and what was refused: one line for all combinations of a device that a reason forbids.</summary>
    public IReadOnlyList<string> Report() => LlmPlanReport.LinesOf(this);

    /// <summary>The fleet of a combination.</summary>
    internal LlmFleet FleetOf(Accelerator device, ParallelLayout layout, ModelFormat format) => new()
    {
        Title = LlmCandidate.TitleOf(device, layout, format),
        Replica = new LlmReplica { Model = Model with { Format = format }, Device = device, Layout = layout, Stack = Stack, Adapters = Adapters, Speculation = Speculation },
        Demand = Demand,
        FirstTokenLimit = FirstTokenLimit,
        TokenLimit = TokenLimit,
        Spare = Spare,
        HeadRoom = HeadRoom ?? DeployedShares.OfLanguageModels(device),
        RequestLimit = RequestLimit,
        Confidence = Confidence,
    };

    private IReadOnlyList<LlmCandidate> Candidates => Remember<IReadOnlyList<LlmCandidate>>(() =>
    [
        .. from device in Devices
           from layout in Layouts
           from format in Formats
           from cache in CacheFormats
           select new LlmCandidate(this, device, layout, format with { KvCache = cache }),
    ]);

    private static IReadOnlyList<T> Some<T>(IReadOnlyList<T> value, string name)
        where T : class
    {
        Require.NotEmpty(value, name);
        return [.. value.Select(one => Require.NotNull(one, name))];
    }
}
