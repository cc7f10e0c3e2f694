using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>Draws of one quantity on several independent sets of points, with any of its inputs drawn anew.</summary>
internal sealed class ShareDraws
{
    /// <summary>Independent randomisations: enough for a standard error within a fifth of itself.</summary>
    public const int Sets = 16;

    /// <summary>Fewer points than this cannot tell an effect from noise.</summary>
    private const int FewestPoints = 16;

    private readonly TapeRun tape;
    private readonly IPointSet[] sets;
    private readonly Dictionary<ScoreFactor, int> streams;
    private readonly SimulationOptions options;

    public ShareDraws(Node root, SimulationOptions options)
    {
        List<Node> ordered = GraphWalk.OperandsFirst([root]);
        Leaves = [.. ordered.OfType<LeafNode>()];
        streams = LeafStreams.Of(ordered);
        (tape, this.options) = (new TapeRun(Tape.Compile([root])), options);
        bool callsFunctions = ordered.Exists(node => node is FunctionNode { IsCertain: false });
        PointsPerSet = Math.Max(FewestPoints, (callsFunctions ? Math.Min(options.Points, SimulationOptions.MostFunctionSamples) : options.Points) / Sets);
        sets = DrawPlan.ScrambledApart(options, Sets, PointsPerSet);
    }

    /// <summary>Uncertain inputs of the quantity.</summary>
    public LeafNode[] Leaves { get; }

    public int PointsPerSet { get; }

    /// <summary>The quantity in every draw, set after set.</summary>
    public double[] Output() => Output(new HashSet<int>());

    /// <summary>The quantity in the same draws, but with one input drawn anew.</summary>
    public double[] OutputWithAnother(LeafNode leaf) => Output(leaf.Score.Terms.Select(term => streams[term.Factor]).ToHashSet());

    /// <summary>An input in every draw: its value, its standard-normal score, and the probability below that.</summary>
    public (double[] Values, double[] Scores, double[] Probabilities) Of(LeafNode leaf)
    {
        int count = Sets * PointsPerSet;
        (double[] values, double[] scores, double[] probabilities) = (new double[count], new double[count], new double[count]);
        if (leaf.Score.IsOneFactor)
        {
            Fill(leaf.Score.Terms[0].Factor, probabilities);
            StandardNormal.Scores(probabilities, scores);
            leaf.Distribution.AtProbabilities(probabilities, values);
        }
        else
        {
            Mix(leaf.Score, scores);
            Array.ConvertAll(scores, StandardNormal.Probability).CopyTo(probabilities, 0);
            leaf.Distribution.AtScores(scores, values);
        }
        return (values, scores, probabilities);
    }

    private void Fill(ScoreFactor factor, double[] points)
    {
        for (int set = 0; set < Sets; set++)
            sets[set].Fill(streams[factor], 0, points.AsSpan(set * PointsPerSet, PointsPerSet));
    }

    private void Mix(LeafScore score, double[] scores)
    {
        var factor = new double[scores.Length];
        foreach ((ScoreFactor source, double weight) in score.Terms)
        {
            Fill(source, factor);
            StandardNormal.Scores(factor, factor);
            TensorPrimitives.MultiplyAdd(factor, weight, scores, scores);
        }
    }

    private double[] Output(HashSet<int> resampled)
    {
        var output = new double[Sets * PointsPerSet];
        for (int set = 0; set < Sets; set++)
            Draw(new PointDraws(new ResampledPoints(sets[set], resampled, streams.Count), streams), output, set * PointsPerSet);
        return output;
    }

    private void Draw(PointDraws draws, double[] output, int at)
    {
        for (int start = 0; start < PointsPerSet; start += TapeRun.BlockSize)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            tape.Evaluate(draws, start, [output], at + start, Math.Min(TapeRun.BlockSize, PointsPerSet - start));
        }
    }
}
