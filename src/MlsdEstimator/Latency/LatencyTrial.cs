namespace MlsdEstimator;

/// <summary>Changes to a path, ranked: what <see cref="LatencyPath.Try"/> gives.</summary>
public sealed class LatencyTrial
{
    private const int MostChanges = 12;

    internal LatencyTrial(LatencyPath path, IReadOnlyList<LatencyChange> changes)
    {
        Require.NotEmpty(changes, nameof(changes));
        foreach (LatencyChange change in changes)
            ArgumentNullException.ThrowIfNull(change, nameof(changes));
        if (changes.Count > MostChanges)
            throw new ArgumentException($"{changes.Count} changes are tried, but at most {MostChanges} can be; leave out the weakest.", nameof(changes));
        if (changes.Select(change => change.Name).Distinct().Count() < changes.Count)
            throw new ArgumentException("Two changes have the same name; give each its own.", nameof(changes));
        Before = path;
        Ranked = Rank(path, changes);
        LeastSet = MeetsNow(path) ? [] : Least(path, changes);
        Findings = [.. KernelShares.Unknown(path, changes), .. KernelShares.Flips(path, Ranked)];
    }

    /// <summary>The path before any change.</summary>
    public LatencyPath Before { get; }

    /// <summary>The changes, the best first: lowest target percentile when made alone, at best guesses.</summary>
    public IReadOnlyList<LatencyTrialRow> Ranked { get; }

    /// <summary>The change that gives most alone.</summary>
    public LatencyTrialRow Best => Ranked[0];

    /// <summary>
    /// The fewest changes that meet the SLO at best guesses; of equally many the cheapest, then the one that loses least quality, unknown counted as 0,
    /// then the fastest. Empty when it is met already, null when even
    /// all together do not meet it.
    /// </summary>
    public IReadOnlyList<LatencyChange>? LeastSet { get; }

    /// <summary>Kernel shares that nobody gave, and winners that change with them.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The path before, each change on a line of its own, the best first, and the least set that meets the SLO.</summary>
    public override string ToString() => string.Join('\n', [Text.Of($"before: p50 {Before.P50}, p99 {Before.P99}, SLO {Before.Slo} at {Before.Target * 100:0.##} %"), .. Ranked.Select(row => row.ToString()), Conclusion]);

    private string Conclusion => LeastSet switch
    {
        null => "All together do not meet the SLO.",
        [] => "The SLO is met without a change.",
        _ => $"Least set that meets the SLO: {string.Join(", ", LeastSet.Select(change => change.Name))}.",
    };

    private static LatencyPath After(LatencyPath path, IEnumerable<LatencyChange> changes) => changes.Aggregate(path, (changed, change) => change.Apply(changed));

    private static bool MeetsNow(LatencyPath path) => path.MeetsSlo.Nominally == true;

    private static LatencyTrialRow[] Rank(LatencyPath path, IReadOnlyList<LatencyChange> changes)
    {
        (LatencyChange Change, LatencyPath Alone)[] ranked = [.. changes.Select(change => (change, change.Apply(path))).OrderBy(tried => AtTarget(tried.Item2))];
        LatencyPath together = path;
        var rows = new List<LatencyTrialRow>();
        foreach ((LatencyChange change, LatencyPath alone) in ranked)
        {
            together = change.Apply(together);
            rows.Add(new LatencyTrialRow(change, alone, together));
        }
        return [.. rows];
    }

    /// <summary>What is infeasible ranks last.</summary>
    private static double AtTarget(LatencyPath path) => path.AtTarget.IsFeasible ? path.AtTarget.Seconds : double.PositiveInfinity;

    private static LatencyChange[]? Least(LatencyPath path, IReadOnlyList<LatencyChange> changes) =>
        Enumerable.Range(1, changes.Count).Select(size => BestOf(path, Sets(changes).Where(set => set.Length == size))).FirstOrDefault(set => set is not null);

    private static LatencyChange[]? BestOf(LatencyPath path, IEnumerable<LatencyChange[]> sets) =>
        sets.Select(set => (Set: set, Path: After(path, set)))
            .Where(tried => MeetsNow(tried.Path))
            .OrderBy(tried => tried.Set.Sum(change => change.Cost?.BaseValue ?? 0))
            .ThenByDescending(tried => tried.Set.Sum(change => change.Quality?.BaseValue ?? 0))
            .ThenBy(tried => AtTarget(tried.Path))
            .Select(tried => tried.Set)
            .FirstOrDefault();

    private static IEnumerable<LatencyChange[]> Sets(IReadOnlyList<LatencyChange> changes) =>
        Enumerable.Range(1, (1 << changes.Count) - 1).Select(mask => changes.Where((_, index) => (mask >> index & 1) == 1).ToArray());
}
