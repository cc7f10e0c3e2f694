namespace MlsdEstimator.Samples;

/// <summary>A case, built and simulated.</summary>
internal sealed class CaseRun
{
    private CaseRun(CaseStudy study, CaseDesign design, Simulation simulation)
    {
        (Study, Design, Simulation) = (study, design, simulation);
        Findings = [.. design.Sheet.Findings, .. design.Sheet.FindingsIn(simulation)];
    }

    public CaseStudy Study { get; }

    public CaseDesign Design { get; }

    public Worksheet Sheet => Design.Sheet;

    public Simulation Simulation { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public static CaseRun Of(CaseStudy study, CaseInputs inputs, SimulationOptions options)
    {
        CaseDesign design = study.Build(inputs);
        inputs.RefuseUnknown();
        Worksheet sheet = design.Sheet;
        IEnumerable<IQuantity> needs = sheet.Tiers.Select(tier => tier.Purchase?.Need).OfType<IQuantity>();
        return new CaseRun(study, design, Simulation.Run([.. sheet.Results, .. sheet.Inputs, .. needs, sheet.Cost], options));
    }
}
