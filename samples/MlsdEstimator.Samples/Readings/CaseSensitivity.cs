namespace MlsdEstimator.Samples;

/// <summary>What drives a result of a case.</summary>
internal sealed class CaseSensitivity
{
    /// <summary>Part of the widest swing that is still worth a row.</summary>
    private const double LeastSwing = 0.01;

    /// <summary>What does not round to 0 at two digits.</summary>
    private const double LeastElasticity = 0.005;

    public CaseSensitivity(CaseRun run, string path)
    {
        Run = run;
        Result = run.Sheet[path];
        All = Result.Sensitivities(run.Options);
        _ = All.Select(driver => driver.TotalVarianceShare).Count(share => share is not null);
        Belief = run.Simulation.Of(Result);
    }

    public CaseRun Run { get; }

    public IQuantity Result { get; }

    public IEstimate Belief { get; }

    public IReadOnlyList<ISensitivity> All { get; }

    /// <summary>Inputs whose range moves the result, the widest swing first.</summary>
    public IReadOnlyList<ISensitivity> Moving => [.. All.Where(driver => !driver.Input.IsCertain && Swing(driver) > LeastSwing * WidestSwing)];

    /// <summary>Inputs whose range hardly moves the result.</summary>
    public IReadOnlyList<ISensitivity> Still => [.. All.Where(driver => !driver.Input.IsCertain).Except(Moving)];

    /// <summary>Certain inputs that move the result, the strongest first.</summary>
    public IReadOnlyList<ISensitivity> Certain =>
        [.. All.Where(driver => driver.Input.IsCertain && Math.Abs(driver.Elasticity) >= LeastElasticity).OrderByDescending(driver => Math.Abs(driver.Elasticity))];

    private double WidestSwing => All.Select(Swing).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    /// <summary>An end that cannot be is the widest swing of all.</summary>
    private static double Swing(ISensitivity driver) =>
        driver.AtLow.IsFeasible && driver.AtHigh.IsFeasible ? Math.Abs(driver.AtHigh.BaseValue - driver.AtLow.BaseValue) : double.PositiveInfinity;
}
