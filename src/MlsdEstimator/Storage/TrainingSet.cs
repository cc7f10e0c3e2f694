namespace MlsdEstimator;

/// <summary>Examples to train on: positives, the negatives that stand against each, and what of them is kept.</summary>
/// <remarks>
/// rows = positives x (1 + negatives per positive) x sampled part; raw = rows x row size. Positives are often a hundredth of all events, so the negatives decide the size:
/// they have no default. Stored and provisioned bytes: see <see cref="StoredData"/>.
/// </remarks>
/// <example><code>var set = new TrainingSet { Positives = 100.Million, NegativesPerPositive = 50, RowSize = 1.Kilobytes, Copies = 3 };</code></example>
public sealed record TrainingSet : StoredData
{
    /// <summary>Examples with the outcome that is learnt, not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Positives { get; init => field = Require.NonNegative(value, "positives"); }

    /// <summary>Examples without it for each one with it, not negative. 1 to 50 are usual; no default, because forgetting them is a classic mistake.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar NegativesPerPositive { get; init => field = Require.NonNegative(value, "negatives per positive"); }

    /// <summary>Bytes of one example as stored, before compression. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize RowSize { get; init => field = Require.Positive(value, "row size"); }

    /// <summary>Part of the examples that is kept, above 0. Default: all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Fraction Sampled { get; init => field = Require.PositiveFraction(value, "sampled part"); } = StorageDefaults.EveryExample;

    /// <summary>Examples kept, positives and negatives.</summary>
    public Scalar Rows => Result("training examples", () => Positives * (1 + NegativesPerPositive) * Sampled);

    /// <summary>Raw bytes of all examples.</summary>
    public override DataSize Raw => Result("kept, raw", () => Rows * RowSize);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Rows, .. base.Results];
}
