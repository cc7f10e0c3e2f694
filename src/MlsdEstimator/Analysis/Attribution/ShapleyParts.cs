namespace MlsdEstimator;

/// <summary>Shapley values of the inputs of a model that changed: what each adds when it is changed after some of the others, averaged over all orders.</summary>
/// <remarks>L. S. Shapley, A Value for n-Person Games, 1953; orders sampled in pairs of one and its reverse, which cancels much of the noise.</remarks>
internal sealed class ShapleyParts
{
    /// <summary>Up to here every subset of changes is evaluated: 4,096 evaluations.</summary>
    public const int MostExact = 12;

    /// <summary>Pairs of an order and its reverse beyond that.</summary>
    private const int OrderPairs = 512;

    private ShapleyParts(double before, double after, double[] values, double[]? errors)
    {
        (Before, After, Values, Errors) = (before, after, values, errors);
        LargestFirst = [.. Enumerable.Range(0, values.Length).OrderByDescending(i => Math.Abs(values[i]))];
        CloseGap();
    }

    public double Before { get; }

    public double After { get; }

    /// <summary>The part of each input; they sum to the change, to the last bit when added largest first.</summary>
    public double[] Values { get; }

    public IReadOnlyList<int> LargestFirst { get; }

    /// <summary>Standard errors, when orders were sampled.</summary>
    public double[]? Errors { get; }

    /// <param name="pair">The model.</param>
    /// <param name="subject">What the result is called in messages.</param>
    /// <exception cref="EstimateException">Some subset of the changes makes the result infeasible.</exception>
    public static ShapleyParts Of(ModelPair pair, string subject)
    {
        double At(Func<int, bool> isChanged) => pair.Value(isChanged) is double value && !double.IsNaN(value) ? value : throw new EstimateException(Message(pair, subject, isChanged));
        (double before, double after) = (At(_ => false), At(_ => true));
        if (pair.Players.Count <= MostExact)
            return new ShapleyParts(before, after, Exact(pair.Players.Count, At), null);
        (double[] values, double[] errors) = Sampled(pair.Players.Count, At);
        return new ShapleyParts(before, after, values, errors);
    }

    private static double[] Exact(int players, Func<Func<int, bool>, double> at)
    {
        double[] worth = [.. Enumerable.Range(0, 1 << players).Select(set => at(player => (set >> player & 1) == 1))];
        var parts = new double[players];
        for (int player = 0; player < players; player++)
        {
            for (int set = 0; set < worth.Length; set++)
                parts[player] += (set >> player & 1) == 1 ? 0 : Weight(int.PopCount(set), players) * (worth[set | (1 << player)] - worth[set]);
        }
        return parts;
    }

    /// <summary>Share of orders in which exactly these come before: s! (n - 1 - s)! / n! = 1 / (n x binomial(n - 1, s)).</summary>
    private static double Weight(int before, int players) => 1 / (players * MathNet.Numerics.SpecialFunctions.Binomial(players - 1, before));

    private static (double[] Values, double[] Errors) Sampled(int players, Func<Func<int, bool>, double> at)
    {
        var random = new System.Random(Seed: 1953);
        (double[] sums, double[] squares) = (new double[players], new double[players]);
        int[] order = [.. Enumerable.Range(0, players)];
        for (int pair = 0; pair < OrderPairs; pair++)
        {
            random.Shuffle(order);
            var steps = new double[players];
            AddSteps(order, at, steps);
            AddSteps([.. order.Reverse()], at, steps);
            for (int player = 0; player < players; player++)
            {
                sums[player] += steps[player] / 2;
                squares[player] += steps[player] * steps[player] / 4;
            }
        }
        double[] means = Array.ConvertAll(sums, sum => sum / OrderPairs);
        return (means, [.. means.Select((mean, i) => Math.Sqrt(Math.Max(0, squares[i] / OrderPairs - mean * mean) / (OrderPairs - 1)))]);
    }

    private static void AddSteps(int[] order, Func<Func<int, bool>, double> at, double[] steps)
    {
        var changed = new bool[order.Length];
        double last = at(player => changed[player]);
        foreach (int player in order)
        {
            changed[player] = true;
            double next = at(one => changed[one]);
            steps[player] += next - last;
            last = next;
        }
    }

    /// <summary>
    /// Rounding leaves a gap of some last bits between the sum of the parts and the change. The smallest part takes it: the only one whose own last bits are finer than the gap.
    /// </summary>
    private void CloseGap()
    {
        int[] moving = [.. LargestFirst.Where(part => Values[part] != 0)];
        if (moving.Length > 0)
            Values[moving[^1]] = After - Before - moving[..^1].Sum(part => Values[part]);
    }

    private static string Message(ModelPair pair, string subject, Func<int, bool> isChanged)
    {
        string[] changed = [.. pair.Players.Where((_, player) => isChanged(player)).Select(player => player.Name)], others = [.. pair.Players.Where((_, player) => !isChanged(player)).Select(player => player.Name)];
        string when = changed.Length == 0 ? "before the changes" : others.Length == 0 ? "after the changes" : $"with {string.Join(", ", changed)} changed and {string.Join(", ", others)} not";
        return $"{subject} is infeasible {when}, so its change has no parts; attribute a quantity that stays feasible, or change fewer inputs.";
    }
}
