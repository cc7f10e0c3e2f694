namespace MlsdEstimator.Peers;

/// <summary>Rounds in which the programs take turns, so that a machine that slows down slows all of them.</summary>
/// <param name="peers">Who takes part; all of them are prepared.</param>
/// <param name="rounds">How often each is measured.</param>
/// <param name="seconds">How long one measurement repeats its run.</param>
/// <param name="progress">Told what is being done.</param>
internal sealed class Tournament(IReadOnlyList<Peer> peers, int rounds, double seconds, Action<string> progress)
{
    private readonly List<Skip> skips = [];
    private readonly Dictionary<string, string> versions = [];

    public IReadOnlyList<Peer> Peers => peers;

    /// <summary>Who did not take part in what.</summary>
    public IReadOnlyList<Skip> Skips => skips;

    /// <summary>Name and version of each program that was measured.</summary>
    public IReadOnlyList<string> Versions => [.. versions.Select(version => $"{version.Key}: {version.Value}")];

    /// <summary>Measures all contests in the same rounds: what is compared should be close in time.</summary>
    /// <exception cref="PeerException">This library fails: without it there is nothing to compare with.</exception>
    public IReadOnlyList<Series> Run(IEnumerable<Contest> contests) => Run(peers.SelectMany(peer => contests.Select(contest => (peer, contest))));

    /// <summary>Measures each program in the contests that are its own.</summary>
    /// <inheritdoc cref="Run(IEnumerable{Contest})" path="/exception"/>
    public IReadOnlyList<Series> Run(IEnumerable<(Peer Peer, Contest Contest)> pairs)
    {
        List<Entry> entries = [.. pairs.Where(pair => TakesPart(pair.Peer, pair.Contest)).Select(pair => new Entry(pair.Peer, pair.Contest))];
        for (int round = 1; round <= rounds; round++)
        {
            foreach (Entry entry in entries.ToList())
            {
                progress($"round {round} of {rounds}: {entry.Peer.Name}, {entry.Contest}");
                if (!TryMeasure(entry))
                    entries.Remove(entry);
            }
        }
        return [.. entries.Select(entry => new Series(entry.Rounds))];
    }

    private bool TakesPart(Peer peer, Contest contest)
    {
        string? reason = peer.Declines(contest);
        if (reason is not null)
            skips.Add(new Skip(peer.Name, reason, contest));
        return reason is null;
    }

    private bool TryMeasure(Entry entry)
    {
        try
        {
            Measurement measured = entry.Peer.Measure(entry.Contest, seconds);
            entry.Rounds.Add(measured);
            versions[entry.Peer.Name] = measured.Version ?? "version not known";
            return true;
        }
        catch (Exception problem) when (problem is PeerException or FormatException && entry.Peer.Name != OwnPeer.SelfName)
        {
            skips.Add(new Skip(entry.Peer.Name, problem.Message, entry.Contest));
            return false;
        }
    }

    private sealed record Entry(Peer Peer, Contest Contest)
    {
        public List<Measurement> Rounds { get; } = [];
    }
}
