namespace MlsdEstimator;

/// <summary>What conditions have in place of a unit.</summary>
internal sealed class TruthDimension : Dimension
{
    private TruthDimension()
        : base("condition", [new Unit("", 1)], "true")
    {
    }

    public static TruthDimension Instance { get; } = new();

    protected internal override string Short(double value) => value != 0 ? "true" : "false";
}
