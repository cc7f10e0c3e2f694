namespace MlsdEstimator;

/// <summary>How often a condition held in a simulation. Infeasible draws are neither: overload is not "fine" because nothing exceeded the limit.</summary>
public sealed class ConditionEstimate
{
    internal ConditionEstimate(double[] draws)
    {
        Samples = draws.Length;
        True = Fraction.FromRatio((double)draws.Count(draw => draw == 1) / draws.Length);
        False = Fraction.FromRatio((double)draws.Count(draw => draw == 0) / draws.Length);
        Infeasible = Fraction.FromRatio((double)draws.Count(double.IsNaN) / draws.Length);
    }

    /// <summary>Share of draws in which the condition holds.</summary>
    public Fraction True { get; }

    /// <summary>Share of draws in which it does not hold.</summary>
    public Fraction False { get; }

    /// <summary>Share of draws in which it compares something infeasible.</summary>
    public Fraction Infeasible { get; }

    /// <summary>Number of draws.</summary>
    public int Samples { get; }

    /// <summary>"true 12%, false 88%", with the infeasible share where there is one.</summary>
    public override string ToString() => Infeasible.Value > 0 ? $"true {True}, false {False}, infeasible {Infeasible}" : $"true {True}, false {False}";
}
