namespace MlsdEstimator.Accuracy;

/// <summary>The parameters of a fit: for each constant the logarithm of its middle over that of the prior, of each stack over the middle, and of each class of device.</summary>
/// <remarks>They are numbered by group and constant: group 0 is the middle, then come stacks, then classes.</remarks>
internal sealed class LlmParameters
{
    /// <summary>How far a stack may lie from the one it is a variation of, against any stack from the middle.</summary>
    private const double OfRelative = 0.5;

    /// <summary>A parameter with this deviation stays where it is.</summary>
    private const double Fixed = 1e-4;

    private readonly ServingStack[] stacks;
    private readonly LlmDeviceClass[] classes;

    public LlmParameters(IEnumerable<LlmRow> rows)
    {
        LlmRow[] seen = [.. rows];
        stacks = [.. ServingStack.All.Where(stack => seen.Any(row => row.Stack == stack || row.Stack.Relative == stack))];
        classes = [.. Enum.GetValues<LlmDeviceClass>().Where(device => seen.Any(row => row.Class == device))];
        Deviations = [.. Enumerable.Range(0, Count).Select(Deviation)];
    }

    public int Count => (1 + stacks.Length + classes.Length) * LlmCosts.Count;

    /// <summary>Standard deviation of each parameter before rows are seen.</summary>
    public IReadOnlyList<double> Deviations { get; }

    /// <summary>First parameters of the groups that a row depends on; those of its constants follow.</summary>
    public int[] GroupsOf(LlmRow row)
    {
        IEnumerable<int> groups = GroupsOf(row.Stack).Append(0);
        int device = Array.IndexOf(classes, row.Class);
        return [.. (device < 0 ? groups : groups.Append(1 + stacks.Length + device)).Select(group => group * LlmCosts.Count)];
    }

    /// <summary>Constants for values of the parameters.</summary>
    public LlmEfficiencies At(double[] values, IReadOnlyList<LlmRow> rows, IReadOnlyList<LlmSpread> spreads, IReadOnlyList<Scalar>? shifts) => new(
        [CostOf(ServingStack.Unknown, [0], values, rows), .. stacks.Select(stack => CostOf(stack, [0, .. GroupsOf(stack)], values, [.. rows.Where(row => row.Stack == stack)]))],
        [.. classes.Select((device, index) => new LlmClassFactor(device, [.. Enumerable.Range(0, LlmCosts.Count).Select(i => Math.Exp(values[(1 + stacks.Length + index) * LlmCosts.Count + i]))]))],
        spreads,
        DateOnly.FromDateTime(DateTime.UtcNow)) { Shifts = shifts };

    private static LlmCost CostOf(ServingStack stack, int[] groups, double[] values, IReadOnlyList<LlmRow> rows) => new(
        stack.Name,
        rows.Count,
        rows.Select(row => row.Block).Distinct().Count(),
        [.. Enumerable.Range(0, LlmCosts.Count).Select(i => LlmPrior.Table[i].Median * Math.Exp(groups.Sum(group => values[group * LlmCosts.Count + i])))]);

    private IEnumerable<int> GroupsOf(ServingStack stack)
    {
        for (ServingStack? one = stack; one is not null; one = one.Relative)
        {
            if (Array.IndexOf(stacks, one) is >= 0 and int index)
                yield return 1 + index;
        }
    }

    private double Deviation(int parameter)
    {
        (int group, int constant) = Math.DivRem(parameter, LlmCosts.Count);
        LlmPrior prior = LlmPrior.Table[constant];
        double deviation = group == 0 ? prior.All : group > stacks.Length ? prior.Class : stacks[group - 1].Relative is null ? prior.Stack : prior.Stack * OfRelative;
        return Math.Max(deviation, Fixed);
    }
}
