namespace MlsdEstimator;

/// <summary>What a user said about two inputs, for people to read.</summary>
/// <param name="With">The other input.</param>
/// <param name="Coefficient">Correlation of the standard-normal scores.</param>
internal sealed record StatedCorrelation(IQuantity With, double Coefficient)
{
    /// <summary>"0.6 with daily active users".</summary>
    public override string ToString() => Text.Of($"{Coefficient:0.####} with {NamedInputs.LabelOf(With)}");
}
