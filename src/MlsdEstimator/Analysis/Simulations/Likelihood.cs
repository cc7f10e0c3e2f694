namespace MlsdEstimator;

/// <summary>How likely something is, and how well the draws know it.</summary>
public sealed class Likelihood
{
    internal Likelihood(ReplicateShare share)
        : this(share.Value, share.Error)
    {
    }

    internal Likelihood(double value, double error)
    {
        Value = Fraction.FromRatio(value);
        StandardError = EstimateReading.Error<Fraction>(error);
    }

    /// <summary>Share of the draws, or of what is believed given each of them.</summary>
    public Fraction Value { get; }

    /// <summary>Standard error of the share, from independent randomisations; infeasible where a run has only one.</summary>
    public Fraction StandardError { get; }

    /// <summary>"12.3%", or "12.3 ± 0.4%" where the error would change the digits.</summary>
    public override string ToString() => ErrorText.Of(Value, StandardError);
}
