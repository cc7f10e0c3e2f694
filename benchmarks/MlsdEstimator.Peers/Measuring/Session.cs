namespace MlsdEstimator.Peers;

/// <summary>A whole run: prepares the programs, measures what the plan says, collects what was left out.</summary>
/// <param name="plan">What to measure.</param>
/// <param name="asked">Programs that should take part, this library among them.</param>
/// <param name="progress">Told what is being done.</param>
internal sealed class Session(Plan plan, IReadOnlyList<Peer> asked, Action<string> progress)
{
    /// <exception cref="PeerException">This library fails.</exception>
    public Report Run()
    {
        (IReadOnlyList<Peer> ready, IReadOnlyList<Skip> missing) = Prepare();
        var tournament = new Tournament(ready, plan.Rounds, plan.Seconds, progress);
        List<Standing> standings = [.. plan.Groups().SelectMany(contests => Standing.Of(tournament.Run(contests)))];
        if (plan.Has(WorkloadName.Accuracy))
            standings.AddRange(new AccuracyRace(tournament, progress).Run());
        IReadOnlyList<Figure> figures = plan.Has(WorkloadName.Figures) ? new FigureRounds(plan.Rounds, progress).Run() : [];
        return new Report(standings, figures, [.. missing, .. tournament.Skips.Where(skip => skip.Reason != Peer.NotPartOf)], tournament.Versions);
    }

    /// <summary>Nothing to prepare where nothing is compared.</summary>
    private (IReadOnlyList<Peer> Ready, IReadOnlyList<Skip> Missing) Prepare()
    {
        if (plan.Workloads is [WorkloadName.Figures])
            return ([], []);
        List<Peer> ready = [];
        List<Skip> missing = [];
        foreach (Peer peer in asked)
        {
            if (peer.Prepare() is string reason)
                missing.Add(new Skip(peer.Name, reason));
            else
                ready.Add(peer);
        }
        return (ready, missing);
    }
}
