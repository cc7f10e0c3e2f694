namespace MlsdEstimator;

/// <summary>What a stack costs on a class of device, with the leaf that all its predictions share and one for each kind of figure.</summary>
/// <param name="values">A value for each <see cref="LlmConstant"/>.</param>
/// <param name="shared">Times everything the stack does takes longer than predicted.</param>
/// <param name="residuals">Times a kind of figure takes longer on top, by <see cref="LlmFigure"/>.</param>
internal sealed class LlmCosts(IReadOnlyList<Scalar> values, Scalar shared, IReadOnlyList<Scalar> residuals)
{
    /// <summary>Number of constants.</summary>
    public static readonly int Count = Enum.GetValues<LlmConstant>().Length;

    public Scalar this[LlmConstant constant] => values[(int)constant];

    /// <summary>A constant that is a time.</summary>
    public Duration Time(LlmConstant constant) => Duration.Second * values[(int)constant];

    /// <summary>1 + overhead: times the ideal time.</summary>
    public Scalar Beyond(LlmConstant constant) => 1 + values[(int)constant];

    /// <summary>Times a figure takes longer than predicted.</summary>
    public Scalar Error(LlmFigure figure) => shared * residuals[(int)figure];
}
