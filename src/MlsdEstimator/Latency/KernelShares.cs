namespace MlsdEstimator;

/// <summary>How the ranking of changes depends on the part of a model stage that its kernels take.</summary>
internal static class KernelShares
{
    private const int Halvings = 40;

    public static IEnumerable<Finding> Unknown(LatencyPath path, IReadOnlyList<LatencyChange> changes) =>
        changes.Where(change => change.IsFasterModel)
            .SelectMany(change => change.Stages)
            .Distinct()
            .Where(name => path.Stages.Singles.Single(stage => stage.Name == name).KernelShare is null)
            .Select(name => new Finding(
                Severity.Warning,
                FindingCodes.KernelShareUnknown,
                $"Nobody said how much of '{name}' its kernels take: {LatencyDefaults.KernelShare} is assumed, between 20 % and 80 %. Only that part becomes faster; read it from a profiler.",
                LatencyDefaults.KernelShare));

    /// <summary>One finding for each share whose low and high end have different winners.</summary>
    public static IEnumerable<Finding> Flips(LatencyPath path, IReadOnlyList<LatencyTrialRow> rows)
    {
        if (rows.Count < 2 || rows.Any(row => !row.Alone.AtTarget.IsFeasible))
            return [];
        return Shares(path, rows).Select(share => Flip(share, rows)).OfType<Finding>();
    }

    private static IEnumerable<Fraction> Shares(LatencyPath path, IReadOnlyList<LatencyTrialRow> rows) =>
        rows.Where(row => row.Change.IsFasterModel)
            .SelectMany(row => row.Change.Stages)
            .Select(name => path.Stages.Singles.Single(stage => stage.Name == name).KernelShare ?? LatencyDefaults.KernelShare)
            .Where(share => share.Node.Bare is LeafNode)
            .DistinctBy(share => share.Node.Bare);

    private static Finding? Flip(Fraction share, IReadOnlyList<LatencyTrialRow> rows)
    {
        var leaf = (LeafNode)share.Node.Bare;
        var evaluator = new Evaluator([.. rows.Select(row => row.Alone.AtTarget.Node)]);
        (double low, double high) = (leaf.Quantile(0.05), leaf.Quantile(0.95));
        (int first, int last) = (Winner(low), Winner(high));
        return first == last ? null : Said(share, rows[first].Change.Name, rows[last].Change.Name, Crossing());

        int Winner(double at)
        {
            Evaluate(at);
            return Enumerable.Range(0, rows.Count).MinBy(evaluator.Output);
        }

        double Crossing()
        {
            for (int step = 0; step < Halvings; step++)
            {
                double middle = (low + high) / 2;
                Evaluate(middle);
                (low, high) = evaluator.Output(first) <= evaluator.Output(last) ? (middle, high) : (low, middle);
            }
            return high;
        }

        void Evaluate(double at)
        {
            evaluator.Set(leaf, at);
            evaluator.Evaluate();
        }
    }

    private static Finding Said(Fraction share, string below, string above, double at) => new(
        Severity.Warning,
        FindingCodes.WinnerFlips,
        Text.Of($"Which change is best depends on the {share.Name}: below {at * 100:0} % '{below}' gives more, above it '{above}'. Measure it before choosing."),
        share);
}
