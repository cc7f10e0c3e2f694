namespace MlsdEstimator;

/// <summary>Several quantities over the same draws of what measurements left of the inputs.</summary>
public sealed class PosteriorSimulation
{
    private readonly Dictionary<Node, WeightedDraws> columns = new(ReferenceEqualityComparer.Instance);

    internal PosteriorSimulation(PosteriorState state, IReadOnlyList<IQuantity> quantities)
    {
        Node[] roots = [.. quantities.Select(quantity => quantity.Node).Distinct()];
        List<Node> ordered = GraphWalk.OperandsFirst(roots);
        Dictionary<Node, IReadOnlyList<Aspect>> aspects = AspectFlow.OfOrdered(ordered);
        Dictionary<ScoreFactor, int> streams = state.NewStreams(ordered);
        foreach (IGrouping<bool, Node> group in roots.GroupBy(CallsFunctions))
        {
            Node[] together = [.. group];
            PosteriorState known = group.Key ? state.Shortened(SimulationOptions.MostFunctionSamples / PosteriorState.Replicates) : state;
            double[][][] draws = Draw(known, streams, together);
            for (int i = 0; i < together.Length; i++)
                columns[together[i]] = new WeightedDraws(Array.ConvertAll(draws, replicate => replicate[i]), WeightsOf(together[i], known), aspects[together[i]].Contains(Aspect.MoreIsBetter));
        }
    }

    /// <summary>True when the quantity was part of the run.</summary>
    /// <param name="quantity">Quantity to look for.</param>
    public bool Contains(IQuantity quantity) => columns.ContainsKey(Require.NotNull(quantity, nameof(quantity)).Node);

    /// <summary>What is believed about one of the quantities.</summary>
    /// <param name="quantity">A quantity that was given to the run.</param>
    /// <exception cref="ArgumentException">It was not part of the run.</exception>
    public PosteriorEstimate<T> Of<T>(Quantity<T> quantity)
        where T : Quantity<T>, IQuantity<T> => new((T)Require.NotNull(quantity, nameof(quantity)), ColumnOf(quantity));

    /// <inheritdoc cref="Of{T}(Quantity{T})"/>
    public IEstimate Of(IQuantity quantity) => Require.NotNull(quantity, nameof(quantity)).Accept(new Reader(this));

    private WeightedDraws ColumnOf(IQuantity quantity) =>
        columns.TryGetValue(quantity.Node, out WeightedDraws? column)
            ? column
            : throw new ArgumentException($"'{MeasurementStatement.NameOf(quantity)}' was not part of this run; add it to the quantities of Posterior.Simulate.", nameof(quantity));

    private static double[][][] Draw(PosteriorState state, Dictionary<ScoreFactor, int> streams, Node[] roots)
    {
        var tape = new KnownDraws(roots, state.Count);
        var draws = new double[PosteriorState.Replicates][][];
        for (int r = 0; r < draws.Length; r++)
        {
            int replicate = r;
            state.Options.CancellationToken.ThrowIfCancellationRequested();
            var fresh = streams.ToDictionary(stream => stream.Key, stream => state.PriorScores(replicate, stream.Value));
            double[] ScoresOf(ScoreFactor factor) => state.Scores.TryGetValue(factor, out double[][]? known) ? known[replicate] : fresh[factor];
            draws[r] = tape.Evaluate(leaf => LeafFactors.Values(leaf, LeafFactors.Scores(leaf, state.Count, ScoresOf)));
        }
        return draws;
    }

    /// <summary>What shares no unknown with the measurements is as it was: weights would only add noise.</summary>
    private static double[][] WeightsOf(Node root, PosteriorState state)
    {
        bool isTouched = GraphWalk.OperandsFirst([root]).OfType<LeafNode>().Any(leaf => leaf.Score.Terms.Any(term => state.Scores.ContainsKey(term.Factor)));
        return isTouched ? state.Weights : PosteriorState.Ones(state.Count);
    }

    private static bool CallsFunctions(Node root) => GraphWalk.OperandsFirst([root]).Exists(node => node is FunctionNode { IsCertain: false });

    private sealed class Reader(PosteriorSimulation run) : IQuantityVisitor<IEstimate>
    {
        public IEstimate Visit<T>(T quantity)
            where T : Quantity<T>, IQuantity<T> => run.Of((Quantity<T>)quantity);
    }
}
