namespace MlsdEstimator;

/// <summary>A feed-forward whose every weight takes part in every token: matrices x hidden x width weights in each layer.</summary>
public sealed record DenseFeedForward : FeedForward
{
    /// <summary>True when each matrix adds a bias: GPT-2, OPT, BERT.</summary>
    public bool HasBias { get; init; }

    internal override Scalar Weights(Scalar hidden, Scalar layers) => layers * Matrices * hidden * Width;

    internal override Scalar ActiveWeights(Scalar hidden, Scalar layers) => Weights(hidden, layers);

    internal override Scalar WeightsRead(Scalar hidden, Scalar layers, Scalar tokens) => Weights(hidden, layers);

    internal override Scalar? Vectors(Scalar hidden, Scalar layers) => HasBias ? layers * (((Matrices - 1) * Width) + hidden) : null;
}
