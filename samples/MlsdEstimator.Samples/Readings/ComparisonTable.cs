namespace MlsdEstimator.Samples;

/// <summary>One quantity of several alternatives.</summary>
/// <param name="Subject">What is compared.</param>
/// <param name="Comparison">The alternatives, ranked.</param>
/// <param name="Input">Input along which they are compared, or null.</param>
/// <param name="Along">Where the best changes along it, or null.</param>
/// <param name="RestsOnPurchases">True when an alternative is computed from what was decided to be bought.</param>
internal sealed record ComparisonTable(string Subject, IComparison Comparison, SweptInput? Input, ICrossings? Along, bool RestsOnPurchases)
{
    public static ComparisonTable Of(CaseRun run, string subject, IReadOnlyList<(string Name, IQuantity Quantity)> alternatives, AlongRequest? along)
    {
        IComparison comparison = MlsdEstimator.Comparison.OfAny(run.Options, alternatives);
        SweptInput? input = along?.Input(run);
        ICrossings? crossings = input is null ? null : comparison.CrossingsAlongAny(input.Input, input.From, input.To, input.Steps, along!.IsLogarithmic);
        _ = crossings?.Rows;
        return new ComparisonTable(subject, comparison, input, crossings, alternatives.Any(alternative => Purchases.AreBehind(alternative.Quantity)));
    }
}
