namespace MlsdEstimator.Peers;

/// <summary>What was left out, and why.</summary>
/// <param name="Peer">The program.</param>
/// <param name="Reason">Why, and what to install where that helps.</param>
/// <param name="Contest">Where; null for everywhere.</param>
internal sealed record Skip(string Peer, string Reason, Contest? Contest = null)
{
    public override string ToString() => Contest is null ? $"{Peer} skipped: {Reason}" : $"{Peer} skipped in {Contest}: {Reason}";
}
