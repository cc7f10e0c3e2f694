namespace MlsdEstimator;

/// <summary>A distribution with a closed form over the standard-normal score.</summary>
/// <typeparam name="TShape">That form.</typeparam>
internal abstract class ScoreDistribution<TShape> : Uncertain
    where TShape : struct, IKernel
{
    private protected abstract TShape Shape { get; }

    internal override double AtScore(double score) => Kernel.Apply(Shape, score);

    internal override bool MayOverflow => EndsOverflow;

    internal override void AtScores(ReadOnlySpan<double> scores, Span<double> values) => Kernel.Apply(Shape, scores, values);
}
