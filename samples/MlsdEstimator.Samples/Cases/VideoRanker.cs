namespace MlsdEstimator.Samples;

/// <summary>
/// The ranker of the video case: its forms, how long a device takes for a request in each, and what a GPU then carries. Machines and money follow the fitted step;
/// the FLOP convention of interviews stands beside it, or takes its place where that is chosen.
/// </summary>
internal sealed class VideoRanker(CaseInputs inputs, Traffic web, Scalar scored, Func<Duration> restOfRequest)
{
    private const string Assumed = "assumed";
    private const string Interview = "interview convention";

    /// <summary>The ranker that is served.</summary>
    public string Form { get; } = inputs.Choice("ranker", RankerForms.Fp16, RankerForms.Find);

    /// <summary>What decides how many machines are bought.</summary>
    public string Basis { get; } = inputs.Choice("ranker capacity", RankerForms.FittedStep, RankerForms.FindCapacity);

    public Accelerator Gpu => field ??= Settable(inputs.Choice("accelerator", Accelerators.A100Sxm80Gb, Rentable));

    /// <summary>What is shown of it in the step "model".</summary>
    public IReadOnlyList<Estimator> Estimators =>
    [
        Fp16, .. Form == RankerForms.Fp16 ? Array.Empty<Estimator>() : [ModelOf(Form)], Options,
        .. IsFitted ? new Estimator[] { Step, Gain(RankerForms.Int8), Gain(RankerForms.Distilled) } : [],
    ];

    /// <summary>What a GPU carries while users wait.</summary>
    public Capacity Online => OnlineOf(Form);

    /// <summary>What a GPU carries when nobody waits: steps follow each other, as in a benchmark.</summary>
    /// <param name="counts">What is computed: "users".</param>
    public Capacity BatchOf(string counts) => IsFitted
        ? Capacity.StepTime(TimeOf(Form, Step with { Batch = UsersPerStep }), UsersPerStep, BatchLoad, counts)
        : BatchByConvention(counts);

    /// <summary>The same by the FLOP convention.</summary>
    /// <param name="counts">What is computed: "users".</param>
    public Capacity BatchByConvention(string counts) => Conventional(Form, BatchUtilisation, BatchLoad, counts);

    /// <summary>The FLOP convention beside the fitted step.</summary>
    /// <param name="batchHours">GPU-hours of a batch by the convention.</param>
    public Estimator Convention(Scalar batchHours) => new RankerConvention
    {
        Title = "Ranker, FLOP convention",
        Gpus = [ConventionGpus[RankerForms.Fp16], ConventionGpus[RankerForms.Int8], ConventionGpus[RankerForms.Distilled]],
        BusyHours = (web.Average / ConventionOf(Form).Full * (Duration.Day / Duration.Hour)).Named("busy GPU-hours per day, FLOP convention").Marked(Aspect.ModelOnly),
        BatchHours = batchHours.Named("batch GPU-hours per day, FLOP convention"),
        Assumed = ServingUtilisation,
        Step = Step,
    };

    /// <summary>GPUs of a form by the FLOP convention.</summary>
    public Scalar ByConvention(string form) => IsFitted ? ConventionGpus[form] : Gpus[form];

    /// <summary>False when the FLOP convention takes the place of the fitted step.</summary>
    public bool IsFitted => Basis == RankerForms.FittedStep;

    private CustomModel Fp16 => field ??= new CustomModel
    {
        Title = "Ranker",
        Parameters = inputs.Of("ranker parameters", 10.Million, Assumed),
        FlopsPerExample = inputs.Of("FLOPs per candidate", 4.Megaflops.To(96.Megaflops, best: 20.Megaflops), "X: 96 MFLOP for each of 1,500 (2023)"),
        Format = ModelFormat.Fp16,
    };

    private CustomModel Int8 => field ??= Fp16.With(Quantization.To(ModelFormat.Int8) with { QualityKept = inputs.Of(PublishedQuality.Int8) });

    private CustomModel Distilled => field ??= Fp16.With(new Distillation
    {
        Factor = inputs.Of("distillation factor", Scalar.FromNumber(5), Assumed),
        QualityKept = inputs.Of("quality kept by distillation", 95.Percent.To(98.Percent, best: 97.Percent), "students with half to a tenth of the work keep 0.94 to 0.98"),
    });

    private Fraction ServingUtilisation => field ??= inputs.Of("FLOP utilisation, serving", 20.Percent, Interview);

    /// <summary>Part of what a GPU carries that is planned for: room for uneven balancing, deployments and a wrong forecast.</summary>
    private Fraction ServingLoad => field ??= inputs.Of("planned load, ranker", 60.Percent, Interview);

    private Fraction BatchUtilisation => field ??= inputs.Of("FLOP utilisation, batch", 40.Percent, Interview);

    private Fraction BatchLoad => field ??= inputs.Of("planned load, batch", Fraction.One, "nothing waits for a batch");

    private Scalar UsersPerStep => field ??= inputs.Of("batch of precomputed users", Scalar.FromNumber(64), Assumed);

    /// <summary>One request is one item: its candidates are computed together, so that even a step of one request is a batch.</summary>
    private NetworkStep Step => field ??= new NetworkStep
    {
        Title = "Ranker step",
        Work = WorkOf(Fp16),
        Device = Gpu,
        Format = Fp16.Format,
        Stack = inputs.Choice("ranker stack", NetworkRuntime.TensorRt, NetworkRuntime.Parse),
        Batch = inputs.Of("requests per step, online", Scalar.FromNumber(1), "a request is a batch of its candidates"),
        DeployedShare = inputs.Of(DeployedShares.UnderLatencyLimit),
    };

    private Estimator Options => field ??= Estimator.Of("Ranker options", Gpus[RankerForms.Fp16], Gpus[RankerForms.Int8], Gpus[RankerForms.Distilled]);

    private IReadOnlyDictionary<string, Scalar> Gpus => field ??= Counted(OnlineOf, "");

    private IReadOnlyDictionary<string, Scalar> ConventionGpus => field ??= Counted(ConventionOf, ", FLOP convention");

    private Capacity OnlineOf(string form) => IsFitted ? Capacity.StepTime(TimeOf(form, Step) / Step.DeployedShare, Step.Batch, ServingLoad, web.Counts) : ConventionOf(form);

    private Capacity ConventionOf(string form) => Conventional(form, ServingUtilisation, ServingLoad, web.Counts);

    private Capacity Conventional(string form, Fraction utilisation, Fraction load, string counts) =>
        Capacity.FlopConvention(Gpu.PeakFor(ModelOf(form)), utilisation, load, FlopsOf(ModelOf(form)), counts);

    /// <summary>Time of a step: that in fp16, less what a change of the model brings.</summary>
    private Duration TimeOf(string form, NetworkStep step) => form == RankerForms.Fp16 ? step.Step : step.Batch * GainOf(form, step).TimeAfter;

    private StepGain GainOf(string form, NetworkStep step) => new() { Before = step, After = step with { Work = WorkOf(ModelOf(form)), Format = ModelOf(form).Format } };

    /// <summary>What a change brings to a request, of which the ranker is a part only.</summary>
    private CompressionGain Gain(string form) =>
        CompressionGain.FromSteps(GainOf(form, Step), Fp16, ModelOf(form), Share) with { Title = $"Ranker gain, {NameOf(form)}" };

    /// <summary>At most: retrieval is left out of the rest.</summary>
    private Fraction Share => field ??= Fraction.FromScalar(Step.Step / (Step.Step + restOfRequest())).Named("ranker's share of a request");

    private NetworkWork WorkOf(CustomModel model) => new()
    {
        Kind = NetworkKind.Recommender,
        Flops = FlopsOf(model),
        Activations = scored * inputs.Of("activations per candidate", 5e3.To(30e3, best: 10e3), "features and layers of 10M weights; assumed"),
        Parameters = model.Parameters,
        Layers = inputs.Of("layers of the ranker", 5.To(20, best: 10), Assumed),
    };

    /// <summary>One request is not one prediction: the ranker scores every candidate.</summary>
    private FlopCount FlopsOf(CustomModel model) => (scored * model.FlopsPerExample).Named($"FLOPs per request, {model.Title}");

    private CustomModel ModelOf(string form) => form switch { RankerForms.Int8 => Int8, RankerForms.Distilled => Distilled, _ => Fp16 };

    private static string NameOf(string form) => form == RankerForms.Distilled ? "distilled 5x" : form;

    private Dictionary<string, Scalar> Counted(Func<string, Capacity> capacity, string how) =>
        new[] { RankerForms.Fp16, RankerForms.Int8, RankerForms.Distilled }.ToDictionary(form => form, form => Counted(capacity(form), $"ranker GPUs, {NameOf(form)}{how}"));

    private Scalar Counted(Capacity capacity, string name)
    {
        Scalar whole = capacity.ReplicasFor(web.Peak).Ceiling().Named(name);
        return capacity.IsModelOnly ? whole.Marked(Aspect.ModelOnly) : whole;
    }

    private static Accelerator Rentable(string name) =>
        Accelerators.Find(name) is { OnDemand: not null } device ? device : throw new ArgumentException($"'{name}' has no price on demand in the catalogue, so its cost cannot be told; choose one that has.");

    /// <summary>A device of the catalogue, its peaks, memory and price as inputs.</summary>
    private Accelerator Settable(Accelerator device) => device with
    {
        Peaks = [.. device.Peaks.Select(entry => (entry.Precision, inputs.Of(entry.Peak)))],
        MemoryBandwidth = inputs.Of(device.MemoryBandwidth),
        Power = device.Power is Power power ? inputs.Of(power) : null,
        OnChipMemory = device.OnChipMemory is null ? null : inputs.Of(device.OnChipMemory),
        OnDemand = device.OnDemand is null ? null : inputs.Of(device.OnDemand),
    };
}
