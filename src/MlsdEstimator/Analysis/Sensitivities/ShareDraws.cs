namespace MlsdEstimator;

/// <summary>Draws of one quantity on several independent sets of points, with any of its inputs drawn anew.</summary>
internal sealed class ShareDraws
{
    /// <summary>Independent randomisations: enough for a standard error within a fifth of itself.</summary>
    public const int Sets = 16;

    /// <summary>Fewer points than this cannot tell an effect from noise.</summary>
    private const int FewestPoints = 64;

    private readonly TapeRun tape;
    private readonly IPointSet[] sets;
    private readonly Dictionary<ScoreFactor, int> streams;
    private readonly SimulationOptions options;

    public ShareDraws(Node root, SimulationOptions options)
    {
        List<Node> ordered = GraphWalk.OperandsFirst([root]);
        Leaves = [.. ordered.OfType<LeafNode>()];
        streams = LeafStreams.Of(ordered);
        (tape, this.options) = (new TapeRun(Tape.Compile([root]), streams), options);
        sets = [.. Enumerable.Range(0, Sets).Select(set => (options with { Seed = RandomPoints.Origin(options.Seed, set) }).PointSet())];
        bool callsFunctions = ordered.Exists(node => node is FunctionNode { IsCertain: false });
        PointsPerSet = Math.Max(FewestPoints, (callsFunctions ? Math.Min(options.Points, SimulationOptions.MostFunctionSamples) : options.Points) / Sets);
    }

    /// <summary>Uncertain inputs of the quantity.</summary>
    public LeafNode[] Leaves { get; }

    public int PointsPerSet { get; }

    /// <summary>The quantity in every draw, set after set.</summary>
    public double[] Output() => Output(new HashSet<int>());

    /// <summary>The quantity in the same draws, but with one input drawn anew.</summary>
    public double[] OutputWithAnother(LeafNode leaf) => Output(leaf.Score.Terms.Select(term => streams[term.Factor]).ToHashSet());

    /// <summary>Standard-normal scores of an input in every draw.</summary>
    public double[] ScoresOf(LeafNode leaf)
    {
        var scores = new double[Sets * PointsPerSet];
        var factor = new double[PointsPerSet];
        for (int set = 0; set < Sets; set++)
        {
            foreach ((ScoreFactor source, double weight) in leaf.Score.Terms)
            {
                sets[set].Fill(streams[source], 0, factor);
                StandardNormal.Scores(factor, factor);
                for (int i = 0; i < factor.Length; i++)
                    scores[set * PointsPerSet + i] += weight * factor[i];
            }
        }
        return scores;
    }

    private double[] Output(HashSet<int> resampled)
    {
        var output = new double[Sets * PointsPerSet];
        for (int set = 0; set < Sets; set++)
            Draw(new ResampledPoints(sets[set], resampled, streams.Count), output, set * PointsPerSet);
        return output;
    }

    private void Draw(ResampledPoints points, double[] output, int at)
    {
        for (int start = 0; start < PointsPerSet; start += TapeRun.BlockSize)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            tape.Evaluate(points, start, [output], at + start, Math.Min(TapeRun.BlockSize, PointsPerSet - start));
        }
    }
}
