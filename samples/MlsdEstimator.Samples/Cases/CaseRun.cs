namespace MlsdEstimator.Samples;

/// <summary>A case with its inputs, built once and simulated when a range is asked for.</summary>
internal sealed class CaseRun
{
    private readonly CaseInputs inputs;
    private readonly SimulationOptions options;
    private readonly Lazy<Simulation> simulation;

    public CaseRun(CaseStudy study, CaseInputs inputs, SimulationOptions options)
    {
        (Study, this.inputs, this.options) = (study, inputs, options);
        Design = study.Build(inputs);
        inputs.RefuseUnknown(Sheet);
        simulation = new(Simulate);
    }

    public CaseStudy Study { get; }

    public CaseDesign Design { get; }

    public Worksheet Sheet => Design.Sheet;

    public SimulationOptions Options => options;

    /// <summary>What was chosen by name, such as the accelerator.</summary>
    public IReadOnlyDictionary<string, string> Choices => inputs.Choices;

    public Simulation Simulation => simulation.Value;

    public IReadOnlyList<Finding> Findings => field ??= [.. Sheet.Findings, .. Sheet.FindingsIn(Simulation)];

    /// <summary>An input by its name; what is chosen by name has no values in between.</summary>
    public IQuantity Input(string name) =>
        Choices.ContainsKey(name) ? throw new ArgumentException($"'{name}' is chosen by name, so it is compared in place of swept: compare {Study.Name} --with \"{name}=...\".") : Sheet.Input(name);

    /// <summary>The case built again with some inputs changed; decisions and findings follow, all other inputs are shared.</summary>
    /// <param name="settings">Texts of the form "name=value".</param>
    public CaseRun With(params IReadOnlyList<string> settings) => new(Study, inputs.With(settings), options);

    /// <summary>The setting that puts an input at a certain value, exactly.</summary>
    public static string Setting(IQuantity input, IQuantity value) => $"{input.Name}={value.ToString("R", null)}";

    private Simulation Simulate()
    {
        IEnumerable<IQuantity> needs = Sheet.Tiers.Select(tier => tier.Purchase?.Need).OfType<IQuantity>();
        return Simulation.Run([.. Sheet.Results, .. Sheet.Inputs, .. needs, Sheet.Cost], options);
    }
}
