namespace MlsdEstimator;

/// <summary>Finds the log-normal and two-piece inputs that multiply an output of a graph as a whole.</summary>
/// <remarks>
/// That they do is proved from the structure (<see cref="LogExponents"/>): an input that the output reads in any other way as well is none of them, and neither is one that is correlated
/// with another. Several log-normals are one factor, because their logarithms add to a normal; of two-piece ranges only one is, and the wider of both choices is taken.
/// </remarks>
internal sealed class LogNormalFactors
{
    private readonly ValueNumbering numbering;
    private readonly HeldValues held;
    private readonly Candidate[] candidates;
    private readonly List<int> outputs;

    private LogNormalFactors(ValueNumbering numbering)
    {
        this.numbering = numbering;
        held = new HeldValues(numbering);
        candidates = Candidates();
        outputs = [.. numbering.Outputs];
    }

    /// <summary>The factor of each output, null where there is none; their rests become further outputs of the graph.</summary>
    public static LogNormalFactor?[] Split(ValueNumbering numbering)
    {
        var found = new LogNormalFactors(numbering);
        LogNormalFactor?[] factors = [.. numbering.Outputs.Select((_, output) => found.Split(output))];
        numbering.Output(found.outputs);
        return factors;
    }

    private LogNormalFactor? Split(int output)
    {
        Candidate[] multiply = Array.FindAll(candidates, one => one.Exponents[output] is not (0 or double.NaN));
        if (multiply.Length == 0)
            return null;
        (Candidate[] chosen, LogSpread spread) = Widest(multiply, output);
        if (held.Of(numbering.Outputs[output], chosen.Select(one => (Node)one.Leaf).ToHashSet()) is not int rest)
            return null;
        outputs.Add(rest);
        return new LogNormalFactor(spread, outputs.Count - 1);
    }

    /// <summary>All log-normals together, or the one two-piece range that is wider.</summary>
    private static (Candidate[] Chosen, LogSpread Spread) Widest(Candidate[] multiply, int output)
    {
        Candidate[] even = Array.FindAll(multiply, one => one.Spread.IsEven);
        double deviation = Math.Sqrt(even.Sum(one => one.PowerIn(output).Variance));
        Candidate[] uneven = [.. multiply.Where(one => !one.Spread.IsEven).OrderByDescending(one => one.PowerIn(output).Variance).Take(1)];
        return uneven is [Candidate widest] && widest.PowerIn(output).Variance > deviation * deviation
            ? (uneven, widest.PowerIn(output))
            : (even, new LogSpread(deviation, deviation));
    }

    private Candidate[] Candidates()
    {
        bool[] multiplied = Multiplied();
        LeafNode[] leaves = [.. numbering.Steps.Select(step => step.Input).OfType<LeafNode>()];
        HashSet<ScoreFactor> shared = [.. leaves.SelectMany(leaf => leaf.Score.Terms).GroupBy(term => term.Factor).Where(group => group.Count() > 1).Select(group => group.Key)];
        var exponents = new LogExponents(numbering);
        var found = new List<Candidate>();
        foreach (Instruction step in numbering.Steps)
        {
            if (step.Input is LeafNode { Score: { IsOneFactor: true } score } leaf && multiplied[step.Results[0]] && !shared.Contains(score.Terms[0].Factor) && LeafFactors.LogSlopes(leaf) is (> 0, > 0) and var (below, above))
                found.Add(new Candidate(leaf, new LogSpread(below, above), exponents.Of(leaf)));
        }
        return [.. found];
    }

    /// <summary>
    /// Values that an output may be a multiple of, by the kinds of the steps between alone. Few inputs are left to look at by it; in a large graph the others would take long.
    /// </summary>
    private bool[] Multiplied()
    {
        var multiplied = new bool[numbering.Count];
        Mark(multiplied, numbering.Outputs);
        for (int step = numbering.Steps.Count - 1; step >= 0; step--)
        {
            if (multiplied[numbering.Steps[step].Results[0]])
                Mark(multiplied, Multiplicands(numbering.Steps[step]));
        }
        return multiplied;
    }

    /// <summary>What multiplies a sum multiplies each of its terms, so one of them tells.</summary>
    private static ReadOnlySpan<int> Multiplicands(Instruction step) => (step.Input is null && step.Function is null, step.Operation) switch
    {
        (true, Operation.Multiply or Operation.Divide) => step.Operands,
        (true, Operation.Add or Operation.Subtract or Operation.Minimum or Operation.Maximum) => step.Operands.AsSpan(step.Operands[0] < 0 ? 1 : 0, 1),
        (true, Operation.Negate or Operation.SquareRoot or Operation.Power) => step.Operands.AsSpan(0, 1),
        (true, Operation.If) => step.Operands.AsSpan(step.Operands[1] < 0 ? 2 : 1, 1),
        _ => [],
    };

    private static void Mark(bool[] marked, ReadOnlySpan<int> values)
    {
        foreach (int value in values)
        {
            if (value >= 0)
                marked[value] = true;
        }
    }

    private sealed record Candidate(LeafNode Leaf, LogSpread Spread, double[] Exponents)
    {
        public LogSpread PowerIn(int output) => Spread.Power(Exponents[output]);
    }
}
