namespace MlsdEstimator;

/// <summary>What is known about inputs, as weighted draws of the factors that they hang on, in replicates that are independent of each other.</summary>
internal sealed record PosteriorState
{
    /// <summary>Independent randomisations of the points: standard errors come from the differences between them. 16 cost little accuracy and calibrate well.</summary>
    public const int Replicates = 16;

    /// <summary>Fewer draws in a replicate lose the balance of the points.</summary>
    private const int LeastDraws = 16;

    /// <summary>Seed, method and cancellation; the number of draws is <see cref="Count"/>.</summary>
    public required SimulationOptions Options { get; init; }

    /// <summary>Draws of each replicate.</summary>
    public required int Count { get; init; }

    /// <summary>Streams of points that are taken: further factors read the ones after.</summary>
    public int Streams { get; init; }

    /// <summary>Scores of each known factor: by replicate, then by draw.</summary>
    public IReadOnlyDictionary<ScoreFactor, double[][]> Scores { get; init; } = new Dictionary<ScoreFactor, double[][]>();

    /// <summary>The inputs that something is known about, with the names people know them by.</summary>
    public IReadOnlyList<(LeafNode Leaf, string? Name)> Inputs { get; init; } = [];

    /// <summary>Weight of each draw, by replicate.</summary>
    public required double[][] Weights { get; init; }

    private IPointSet[] Sets => field ??= DrawPlan.ScrambledApart(Options, Replicates, Count);

    /// <summary>Nothing measured yet.</summary>
    public static PosteriorState Prior(SimulationOptions options)
    {
        int count = Math.Max(LeastDraws, (options.Points + Replicates - 1) / Replicates);
        return new PosteriorState { Options = options, Count = count, Weights = Ones(count) };
    }

    public static double[][] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1);
        return [.. Enumerable.Repeat(ones, Replicates)];
    }

    /// <summary>The first draws of each replicate, which for quasi-random points are as even as all of them.</summary>
    public PosteriorState Shortened(int count) => count >= Count ? this : this with
    {
        Count = count,
        Scores = Scores.ToDictionary(known => known.Key, known => Array.ConvertAll(known.Value, scores => scores[..count])),
        Weights = Array.ConvertAll(Weights, weights => weights[..count]),
    };

    /// <summary>Streams for the factors below some nodes that have none yet.</summary>
    /// <param name="ordered">The nodes, with their names.</param>
    /// <param name="isWanted">Leaves factors out; by default none.</param>
    public Dictionary<ScoreFactor, int> NewStreams(List<Node> ordered, Func<ScoreFactor, bool>? isWanted = null) =>
        LeafStreams.Of(ordered)
            .Where(pair => !Scores.ContainsKey(pair.Key) && (isWanted?.Invoke(pair.Key) ?? true))
            .OrderBy(pair => pair.Value)
            .Select((pair, place) => (pair.Key, Stream: Streams + place))
            .ToDictionary(pair => pair.Key, pair => pair.Stream);

    /// <summary>Points of one stream of one replicate.</summary>
    public double[] Points(int replicate, int stream)
    {
        var points = new double[Count];
        Sets[replicate].Fill(stream, 0, points);
        return points;
    }

    /// <summary>Prior scores of a factor that nothing is known about.</summary>
    public double[] PriorScores(int replicate, int stream)
    {
        double[] scores = Points(replicate, stream);
        StandardNormal.Scores(scores, scores);
        return scores;
    }
}
