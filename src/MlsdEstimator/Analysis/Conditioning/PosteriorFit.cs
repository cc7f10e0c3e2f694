namespace MlsdEstimator;

/// <summary>Updates what is known about inputs by measurements.</summary>
/// <remarks>
/// Inputs outside the <see cref="GaussianBlock"/> keep their draws; the block is drawn given them, and each draw is weighted by the density of the readings with
/// the block averaged out, N(ln readings; rest, A A' + S). That density is bounded and as wide as the block, so several exact measurements keep most draws.
/// </remarks>
internal sealed class PosteriorFit
{
    private readonly PosteriorState prior;
    private readonly MeasuredGraph[] measured;
    private readonly LeafNode[] leaves;
    private readonly Dictionary<ScoreFactor, int> streams;
    private readonly GaussianBlock block;
    private readonly BlockDraw sampler;
    private readonly KnownDraws unguarded;
    private readonly KnownDraws exact;

    private PosteriorFit(PosteriorState prior, MeasuredGraph[] measured)
    {
        List<Node> ordered = GraphWalk.OperandsFirst(measured.Select(one => one.Exact));
        bool calls = ordered.Exists(node => node is FunctionNode { IsCertain: false });
        this.prior = calls ? prior.Shortened(SimulationOptions.MostFunctionSamples / PosteriorState.Replicates) : prior;
        this.measured = measured;
        leaves = [.. ordered.OfType<LeafNode>()];
        HashSet<ScoreFactor> used = [.. leaves.SelectMany(leaf => leaf.Score.Terms.Select(term => term.Factor))];
        streams = prior.NewStreams(GraphWalk.OperandsFirst(measured.Select(one => one.Measurement.Quantity.Node)), used.Contains);
        block = new GaussianBlock(measured, leaves, prior.Scores.ContainsKey);
        sampler = new BlockDraw(block, Array.ConvertAll(measured, one => one.Error));
        unguarded = new KnownDraws([.. measured.Select(one => one.Unguarded)], this.prior.Count);
        exact = new KnownDraws([.. measured.Select(one => one.Exact)], this.prior.Count);
        Predictions = [.. measured.Select((one, k) => new PriorPrediction(one, k, block, this.prior.Weights))];
    }

    /// <summary>What the model said about each measured quantity before.</summary>
    public PriorPrediction[] Predictions { get; }

    /// <summary>What is known after.</summary>
    public PosteriorState State { get; private set; } = null!;

    /// <exception cref="EstimateException">The measurements are impossible under the model, or leave too few draws.</exception>
    public static PosteriorFit Of(PosteriorState prior, IReadOnlyList<Measurement> measurements)
    {
        var fit = new PosteriorFit(prior, [.. measurements.Select(one => new MeasuredGraph(one))]);
        fit.Run();
        return fit;
    }

    private void Run()
    {
        var scores = prior.Scores.ToDictionary(known => known.Key, known => known.Value);
        foreach (ScoreFactor factor in streams.Keys)
            scores[factor] = new double[PosteriorState.Replicates][];
        var logWeights = new double[PosteriorState.Replicates][];
        for (int replicate = 0; replicate < logWeights.Length; replicate++)
        {
            prior.Options.CancellationToken.ThrowIfCancellationRequested();
            logWeights[replicate] = Draw(replicate, scores);
        }
        ImpossibleMeasurement.Refuse(Predictions, sampler.LeastDistance);
        State = prior with
        {
            Scores = scores,
            Streams = prior.Streams + streams.Count,
            Inputs = Inputs(),
            Weights = Weights(logWeights),
        };
        ImpossibleMeasurement.RefuseNothingLeft(measured, State);
    }

    private IReadOnlyList<(LeafNode Leaf, string? Name)> Inputs()
    {
        Dictionary<Node, string> names = InputNames.Of(measured.Select(one => one.Measurement));
        IEnumerable<LeafNode> added = leaves.Where(leaf => !prior.Inputs.Any(known => ReferenceEquals(known.Leaf, leaf)));
        return [.. prior.Inputs, .. added.Select(leaf => (leaf, names.GetValueOrDefault(leaf)))];
    }

    /// <summary>Fills the scores of the new factors of one replicate; returns the logarithms of the weights.</summary>
    private double[] Draw(int replicate, Dictionary<ScoreFactor, double[][]> scores)
    {
        foreach ((ScoreFactor factor, int stream) in streams)
            scores[factor][replicate] = prior.PriorScores(replicate, stream);
        double[][] own = Array.ConvertAll(block.Factors, factor => scores[factor][replicate]);
        double[][] rest = unguarded.Evaluate(leaf => Values(leaf, factor => Array.IndexOf(block.Factors, factor) < 0 ? scores[factor][replicate] : null));
        foreach (double[] column in rest)
            TakeLogarithms(column);
        foreach (PriorPrediction prediction in Predictions)
            prediction.Add(replicate, rest, own);
        double[] logWeights = Update(replicate, rest, own);
        if (Array.Exists(measured, one => one.HasGuards))
            DropInfeasible(logWeights, exact.Evaluate(leaf => Values(leaf, factor => scores[factor][replicate])));
        return logWeights;
    }

    private double[] Values(LeafNode leaf, Func<ScoreFactor, double[]?> scores) => LeafFactors.Values(leaf, LeafFactors.Scores(leaf, prior.Count, scores));

    /// <summary>NaN where the quantity is not above 0: no error in ln explains a reading of it.</summary>
    private static void TakeLogarithms(double[] column)
    {
        for (int i = 0; i < column.Length; i++)
            column[i] = column[i] > 0 ? Math.Log(column[i]) : double.NaN;
    }

    /// <summary>Replaces the prior scores of the block by conditional ones.</summary>
    private double[] Update(int replicate, double[][] rest, double[][] own)
    {
        double[][] uniforms = Array.ConvertAll(block.Factors, factor => prior.Points(replicate, streams[factor]));
        double[] points = new double[own.Length], residuals = new double[rest.Length], logWeights = new double[prior.Count];
        for (int i = 0; i < logWeights.Length; i++)
        {
            for (int k = 0; k < residuals.Length; k++)
                residuals[k] = measured[k].LogValue - rest[k][i];
            for (int f = 0; f < points.Length; f++)
                points[f] = uniforms[f][i];
            logWeights[i] = Array.Exists(residuals, double.IsNaN) ? double.NegativeInfinity : Math.Log(prior.Weights[replicate][i]) + sampler.Draw(residuals, points);
            for (int f = 0; f < points.Length && logWeights[i] > double.NegativeInfinity; f++)
                own[f][i] = points[f];
        }
        return logWeights;
    }

    private static void DropInfeasible(double[] logWeights, double[][] columns)
    {
        for (int i = 0; i < logWeights.Length; i++)
        {
            if (Array.Exists(columns, column => !(column[i] > 0)))
                logWeights[i] = double.NegativeInfinity;
        }
    }

    /// <summary>Relative to the largest.</summary>
    private static double[][] Weights(double[][] logWeights)
    {
        double largest = logWeights.Max(replicate => replicate.Max());
        return Array.ConvertAll(logWeights, replicate => Array.ConvertAll(replicate, one => double.IsNegativeInfinity(one) ? 0 : Math.Exp(one - largest)));
    }
}
