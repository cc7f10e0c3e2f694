namespace MlsdEstimator;

/// <summary>How often a condition held in a simulation. Infeasible draws are neither: overload is not "fine" because nothing exceeded the limit.</summary>
public sealed class ConditionEstimate
{
    private const double TrueFromFalse = 0.5;

    internal ConditionEstimate(Column column)
    {
        Samples = column.Draws.Length;
        ReplicateShare holds = column.Above(TrueFromFalse, countInfeasible: false), holdsNot = column.AtMost(TrueFromFalse);
        (True, TrueError) = (Fraction.FromRatio(holds.Value), EstimateReading.Error<Fraction>(holds.Error));
        (False, FalseError) = (Fraction.FromRatio(holdsNot.Value), EstimateReading.Error<Fraction>(holdsNot.Error));
        (Infeasible, InfeasibleError) = (Fraction.FromRatio(column.ShareInfeasible), EstimateReading.Error<Fraction>(column.ShareInfeasibleError));
    }

    /// <summary>Share of draws in which the condition holds.</summary>
    public Fraction True { get; }

    /// <summary>Standard error of that share, from independent randomisations; infeasible where the run has only one.</summary>
    public Fraction TrueError { get; }

    /// <summary>Share of draws in which it does not hold.</summary>
    public Fraction False { get; }

    /// <summary>Standard error of that share.</summary>
    public Fraction FalseError { get; }

    /// <summary>Share of draws in which it compares something infeasible.</summary>
    public Fraction Infeasible { get; }

    /// <summary>Standard error of that share.</summary>
    public Fraction InfeasibleError { get; }

    /// <summary>Number of draws.</summary>
    public int Samples { get; }

    /// <summary>"true 12%, false 88%", with the infeasible share where there is one, and with standard errors where they would change the digits.</summary>
    public override string ToString()
    {
        string text = $"true {ErrorText.Of(True, TrueError)}, false {ErrorText.Of(False, FalseError)}";
        return Infeasible.Value > 0 ? $"{text}, infeasible {ErrorText.Of(Infeasible, InfeasibleError)}" : text;
    }
}
