namespace MlsdEstimator;

/// <summary>A distribution with a closed form over the probability, as <see cref="SignedTail"/>. Its draws read the points themselves and skip the score.</summary>
/// <typeparam name="TShape">That form.</typeparam>
internal abstract class TailDistribution<TShape> : Uncertain
    where TShape : struct, IKernel
{
    private protected abstract TShape Shape { get; }

    internal override double AtScore(double score) => Kernel.Apply(Shape, SignedTail.OfScore(score));

    internal override bool MayOverflow => EndsOverflow;

    internal override void AtScores(ReadOnlySpan<double> scores, Span<double> values) => Kernel.Apply(StandardNormal.OverScores(Shape), scores, values);

    private protected override double AtProbability(double probability) => Kernel.Apply(Shape, SignedTail.Of(probability));

    internal override void AtProbabilities(ReadOnlySpan<double> probabilities, Span<double> values) => Kernel.Apply(SignedTail.OverPoints(Shape), probabilities, values);
}
