namespace MlsdEstimator.Peers;

/// <summary>Time to an error: how many samples each program needs, then what they cost.</summary>
/// <remarks>
/// This library is run at growing powers of two until its error is small enough. Plain Monte Carlo would need millions of samples:
/// its error is measured at fewer, and the samples follow from n ~ 1 / error^2, which holds for independent draws.
/// </remarks>
internal sealed class AccuracyRace(Tournament tournament, Action<string> progress)
{
    /// <summary>Error to reach: 0.1 %, root mean square over the seeds, of the worst quantile.</summary>
    public const double Target = 0.001;

    private const int Fewest = 1 << 10;
    private const int Most = 1 << 24;

    /// <summary>Samples at which the error of plain Monte Carlo is measured.</summary>
    private const int PlainSamples = 1 << 18;

    /// <summary>Standings by whole time.</summary>
    /// <exception cref="PeerException">This library does not reach the error.</exception>
    public IReadOnlyList<Standing> Run()
    {
        int samples = SamplesNeeded(tournament.Peers.Single(peer => peer.Name == OwnPeer.SelfName));
        IReadOnlyList<Series> series = tournament.Run(
            tournament.Peers.Select(peer => (peer, new Contest(WorkloadName.Accuracy, peer.Name == OwnPeer.SelfName ? samples : PlainSamples, 1))));
        return Standing.OfWholeTimes([.. series.Select(one => one.Best.Peer == OwnPeer.SelfName ? one : Extrapolate(one))]);
    }

    /// <summary>The same program at the samples that bring its error down to the target.</summary>
    public static Series Extrapolate(Series plain) =>
        new([.. plain.Rounds.Select(round => round with { Samples = (int)Math.Ceiling(round.Samples * Math.Pow(round.RelativeError!.Value / Target, 2)), RelativeError = Target })]);

    private int SamplesNeeded(Peer self)
    {
        for (int samples = Fewest; samples <= Most; samples *= 2)
        {
            var contest = new Contest(WorkloadName.Accuracy, samples, 1);
            progress($"looking for an error of {Target:P1}: {contest}");
            if (self.Measure(contest, seconds: 0).RelativeError <= Target)
                return samples;
        }
        throw new PeerException($"{Most:N0} samples do not bring the error of this library down to {Target:P1}");
    }
}
