namespace MlsdEstimator;

/// <summary>Boosted or bagged decision trees: XGBoost, LightGBM, random forests.</summary>
/// <remarks>
/// A full tree of depth d has 2^(d + 1) - 1 nodes, an upper bound for one that stops early. Scoring walks each tree once: trees x depth comparisons and as many
/// jumps in memory, which cost far more than the comparisons; a measured rate says more than a peak.
/// </remarks>
public sealed record TreeEnsemble : Model
{
    /// <summary>Numbers in nodes; it multiplies nothing. Default: 32 bits.</summary>
    public override ModelFormat Format { get; init => field = Require.NotNull(value, "format"); } = ModelFormat.Fp32;

    /// <summary>Trees, a whole number of at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Trees { get; init => field = Require.WholeAtLeast(1, value, "trees"); }

    /// <summary>Depth, the comparisons from root to leaf; a whole number of at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Depth { get; init => field = Require.WholeAtLeast(1, value, "depth"); }

    /// <summary>Nodes of a tree, leaves included, above 0. Default: those of a full tree, 2^(depth + 1) - 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Scalar NodesPerTree
    {
        get => Result("nodes per tree", () => field ?? (Scalar.FromNumber(2).Pow(Depth + 1) - 1));
        init => field = Require.Positive(value, "nodes per tree");
    }

    /// <summary>Bytes of a node, above 0. Default: 20, as XGBoost keeps them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize NodeSize { get; init => field = Require.Positive(value, "node size"); } = ModelDefaults.TreeNode;

    /// <inheritdoc/>
    public override DataSize WeightBytes => Result("weight bytes", () => Trees * NodesPerTree * NodeSize);

    /// <inheritdoc/>
    internal override bool HasMatrices => false;

    private protected override Scalar AllParameters => Result("parameters", () => Trees * NodesPerTree);

    private protected override FlopCount FlopsOfExample => Result("FLOPs per example", () => Trees * (Depth + 1) * FlopCount.Flop);

    private protected override IReadOnlyList<IQuantity> Sizes => [Parameters, WeightBytes, FlopsPerExample];

    internal override Model Resized(Func<Scalar, Scalar> parameters, Func<FlopCount, FlopCount> flops) =>
        throw new ArgumentException($"'{Title}' shrinks by trees or depth, not by a factor; give the smaller ensemble itself.");
}
