namespace MlsdEstimator;

/// <summary>Alternatives, the best at nominal first and the infeasible last, with the belief that each is the best.</summary>
/// <typeparam name="T">Type of what is compared.</typeparam>
public sealed class Comparison<T> : IComparison
    where T : Quantity<T>, IQuantity<T>
{
    /// <summary>Rows of a table along an input, when no number is given.</summary>
    private const int DefaultSteps = 25;

    private readonly SimulationOptions options;

    internal Comparison(IReadOnlyList<(string Name, Quantity<T> Quantity)> alternatives, SimulationOptions options)
    {
        this.options = options;
        MoreIsBetter = AspectFlow.Of(alternatives[0].Quantity.Node).Contains(Aspect.MoreIsBetter);
        (string Name, T Quantity)[] ranked = [.. alternatives.Select(alternative => (alternative.Name, (T)alternative.Quantity)).OrderBy(alternative => Rank(alternative.Item2))];
        Difference = ranked[1].Quantity - ranked[0].Quantity;
        var run = Simulation.Run([.. ranked.Select(alternative => (IQuantity)alternative.Quantity), Difference], options);
        (double[] wins, double nobody) = BestShares.Of([.. ranked.Select(alternative => run.ColumnOf(alternative.Quantity.Node).Draws)], MoreIsBetter);
        Ranking = [.. ranked.Select((alternative, i) => new Alternative<T>(alternative.Name, run.Of((Quantity<T>)alternative.Quantity), Fraction.FromRatio(wins[i])))];
        DifferenceBelief = run.Of((Quantity<T>)Difference);
        NoneFeasible = Fraction.FromRatio(nobody);
    }

    /// <summary>True when the largest is the best.</summary>
    public bool MoreIsBetter { get; }

    /// <summary>The alternatives, best first at best guesses, equal ones in the order given; those that cannot be come last.</summary>
    public IReadOnlyList<Alternative<T>> Ranking { get; }

    /// <summary>The best at best guesses.</summary>
    public Alternative<T> Best => Ranking[0];

    /// <summary>The second less the best: a quantity, to be simulated or explained.</summary>
    public T Difference { get; }

    /// <summary>What we believe about <see cref="Difference"/>: from the same draws, so that inputs of both cancel.</summary>
    public Estimate<T> DifferenceBelief { get; }

    /// <summary>Share of draws in which no alternative is feasible.</summary>
    public Fraction NoneFeasible { get; }

    IReadOnlyList<IAlternative> IComparison.Ranking => Ranking;

    IAlternative IComparison.Best => Best;

    IQuantity IComparison.Difference => Difference;

    IEstimate IComparison.DifferenceBelief => DifferenceBelief;

    /// <summary>Where the best alternative changes as one input moves.</summary>
    /// <remarks>
    /// The crossings have all other inputs at their best guess. They are searched between neighbouring steps, and around steps at which one that is not the best comes nearest to it:
    /// so one that is the best only within a step is found where its curve dips there once; for curves with several dips between two steps give more steps. Equal alternatives are
    /// no change: one is left only for one that is strictly better. Rounding to whole machines is left out of the search, and the result says so. An input that takes whole numbers only, such as
    /// a number of zones, is set to those, and a crossing is the first of them at which another one is the best. The table beside them sets the input to each step and draws all others, rounding included. The formulas are re-evaluated, the design is not rebuilt:
    /// decisions that were taken from simulated ranges stay as they are.
    /// </remarks>
    /// <param name="input">An input of the alternatives: an uncertain one, or a named certain one.</param>
    /// <param name="from">First value; certain.</param>
    /// <param name="to">Last value; certain, another than the first.</param>
    /// <param name="steps">Points of the search and rows of the table, at least 2. Default 25.</param>
    /// <param name="isLogarithmic">Equal ratios between steps in place of equal differences; both ends must then be above 0.</param>
    /// <typeparam name="TInput">Type of the input.</typeparam>
    /// <exception cref="ArgumentException">The input is computed or read by no alternative, an end is uncertain, or both ends are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 steps, or an end that is not above 0 in a logarithmic search.</exception>
    /// <example><code>
    /// Comparison.Of(("online", online.Cost), ("batch", batch.Cost)).CrossingsAlong(users, 1.Million, 1.Billion, isLogarithmic: true)
    /// // For daily active users between 1 M and 1 bn: online until 2.4 M, then batch.
    /// </code></example>
    public Crossings<TInput> CrossingsAlong<TInput>(Quantity<TInput> input, TInput from, TInput to, int steps = DefaultSteps, bool isLogarithmic = false)
        where TInput : Quantity<TInput>, IQuantity<TInput>
    {
        var axis = SweepAxis.Of(input, from, to, steps, isLogarithmic);
        Node[] roots = [.. Ranking.Select(alternative => alternative.Belief.Subject.Node)];
        var along = new ComparisonAlong<TInput>([.. Ranking.Select(alternative => alternative.Name)], roots, MoreIsBetter, options, axis);
        if (along.Values[0].BaseValue == along.Values[^1].BaseValue)
            throw new ArgumentException($"A comparison along an input needs two different ends, but both are {along.Values[0]}.", nameof(to));
        return along.ReadsInput
            ? along.Read()
            : throw new ArgumentException($"No alternative depends on '{NamedInputs.LabelOf(input)}'; choose an input of the alternatives.", nameof(input));
    }

    ICrossings IComparison.CrossingsAlongAny(IQuantity input, IQuantity from, IQuantity to, int steps, bool isLogarithmic)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Accept(new Along(this, from, to, steps, isLogarithmic));
    }

    /// <summary>"batch (best in 97%) before online (3%)".</summary>
    public override string ToString() => string.Join(" before ", Ranking.Select(alternative => alternative.ToString()));

    private double Rank(T quantity) => !quantity.IsFeasible ? double.PositiveInfinity : MoreIsBetter ? -quantity.BaseValue : quantity.BaseValue;

    private sealed class Along(Comparison<T> comparison, IQuantity from, IQuantity to, int steps, bool isLogarithmic) : IQuantityVisitor<ICrossings>
    {
        public ICrossings Visit<TInput>(TInput input)
            where TInput : Quantity<TInput>, IQuantity<TInput> =>
            comparison.CrossingsAlong(input, Require.SameType(from, input, nameof(from)), Require.SameType(to, input, nameof(to)), steps, isLogarithmic);
    }
}
