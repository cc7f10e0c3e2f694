namespace MlsdEstimator;

/// <summary>From the corpus to the screen: how many candidates each request retrieves, ranks and shows. One request is not one prediction.</summary>
/// <remarks>predictions per second = requests per second x candidates ranked for each.</remarks>
public sealed record Funnel : Estimator
{
    /// <summary>Requests that start the funnel.</summary>
    public required Load Requests { get; init => field = Require.NotNull(value, "requests"); }

    /// <summary>Candidates retrieved for a request, above 0. Usual: 100 to 10,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Retrieved { get; init => field = Require.Positive(value, "candidates retrieved"); }

    /// <summary>Candidates that the ranker scores, above 0. Usual: 100 to 1,500.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Ranked { get; init => field = Require.Positive(value, "candidates ranked"); }

    /// <summary>Items shown, above 0. Usual: 10 to 50.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Shown { get; init => field = Require.Positive(value, "items shown"); }

    /// <summary>Candidates fetched from the index, on average and at peak.</summary>
    public Load Candidates => Remember(() => Requests.Times(Retrieved, "candidates"));

    /// <summary>Predictions of the ranker, on average and at peak.</summary>
    public Load Predictions => Remember(() => Requests.Times(Scored, "predictions"));

    /// <summary>Items shown, on average and at peak: each writes a row of the event log.</summary>
    public Load Impressions => Remember(() => Requests.Times(Displayed, "impressions"));

    /// <summary>Candidates that are scored: those to be ranked, and never more than were retrieved. Where both are ranges it differs from <see cref="Ranked"/>.</summary>
    public Scalar Scored => Remember(() => IsSurely(Ranked, Retrieved) ? Ranked : Quantity<Scalar>.Min(Ranked, Retrieved).Named("candidates scored"));

    /// <summary>Predictions a second at peak.</summary>
    public Rate PeakPredictions => Result("ranked predictions at peak", () => Predictions.Peak);

    /// <summary>Candidates a second at peak.</summary>
    public Rate PeakCandidates => Result("candidates retrieved at peak", () => Candidates.Peak);

    /// <summary>Part of the ranked candidates that is shown.</summary>
    public Fraction ShownShare => Result("shown of ranked", () => Fraction.FromScalar(Displayed / Scored));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [PeakPredictions, PeakCandidates, ShownShare];

    private Scalar Displayed => Remember(() => IsSurely(Shown, Scored) ? Shown : Quantity<Scalar>.Min(Shown, Scored).Named("items displayed"));

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if ((Ranked > Retrieved).Nominally == true)
                yield return $"{Ranked} candidates are ranked, but only {Retrieved} retrieved";
            if ((Shown > Ranked).Nominally == true)
                yield return $"{Shown} items are shown, but only {Ranked} ranked";
        }
    }

    /// <summary>True when no draw can put the first above the second.</summary>
    private static bool IsSurely(Scalar few, Scalar many) => Interval.Of(few.Node).High <= Interval.Of(many.Node).Low;
}
