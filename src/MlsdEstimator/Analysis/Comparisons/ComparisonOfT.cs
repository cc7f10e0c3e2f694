namespace MlsdEstimator;

/// <summary>Alternatives, the best at nominal first and the infeasible last, with the belief that each is the best.</summary>
/// <typeparam name="T">Type of what is compared.</typeparam>
public sealed class Comparison<T>
    where T : Quantity<T>, IQuantity<T>
{
    internal Comparison(IReadOnlyList<(string Name, Quantity<T> Quantity)> alternatives, SimulationOptions options)
    {
        var run = Simulation.Run(alternatives.Select(alternative => (IQuantity)alternative.Quantity), options);
        double[][] draws = [.. alternatives.Select(alternative => run.ColumnOf(alternative.Quantity.Node).Draws)];
        MoreIsBetter = run.ColumnOf(alternatives[0].Quantity.Node).MoreIsBetter;
        double[] wins = BestShares.Of(draws, MoreIsBetter);
        Ranking = [.. alternatives.Select((alternative, i) => new Alternative<T>(alternative.Name, run.Of(alternative.Quantity), Fraction.FromRatio(wins[i]))).OrderBy(Rank)];
        Difference = Ranking[1].Belief.Subject - Ranking[0].Belief.Subject;
        NoneFeasible = Fraction.FromRatio(Math.Max(0, 1 - wins.Sum()));
    }

    /// <summary>True when the largest is the best.</summary>
    public bool MoreIsBetter { get; }

    /// <summary>The alternatives, best first at best guesses; those that cannot be come last.</summary>
    public IReadOnlyList<Alternative<T>> Ranking { get; }

    /// <summary>The best at best guesses.</summary>
    public Alternative<T> Best => Ranking[0];

    /// <summary>The second less the best: a quantity, to be simulated or explained.</summary>
    public T Difference { get; }

    /// <summary>Share of draws in which no alternative is feasible.</summary>
    public Fraction NoneFeasible { get; }

    /// <summary>"batch (best in 97%) before online (3%)".</summary>
    public override string ToString() => string.Join(" before ", Ranking.Select(alternative => $"{alternative.Name} {alternative.Belief} (best in {alternative.ProbabilityBest})"));

    private double Rank(Alternative<T> alternative)
    {
        T quantity = alternative.Belief.Subject;
        return !quantity.IsFeasible ? double.PositiveInfinity : MoreIsBetter ? -quantity.BaseValue : quantity.BaseValue;
    }
}
