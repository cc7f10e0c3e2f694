namespace MlsdEstimator;

/// <summary>How many turns (a message and its answer) a chat session has: the mean over sessions, and how it spreads.</summary>
/// <remarks>
/// A request of a long session carries all of it again, and long sessions have more requests: what counts is the number of turns before a request,
/// over requests and not over sessions.
/// </remarks>
public sealed class ChatTurns
{
    private readonly Func<double, Scalar> before;

    private ChatTurns(Scalar mean, Scalar meanBefore, Func<double, Scalar> before) => (Mean, MeanBefore, this.before) = (mean, meanBefore, before);

    /// <summary>Turns of a session, the mean over sessions.</summary>
    public Scalar Mean { get; }

    /// <summary>Turns that a request has behind it in its session, the mean over requests.</summary>
    public Scalar MeanBefore { get; }

    /// <summary>Every session has as many turns: a request has 0 to turns - 1 behind it, each as often.</summary>
    /// <param name="turns">Turns, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static ChatTurns Fixed(Scalar turns)
    {
        Scalar each = Require.AtLeast(1, turns, "turns per session");
        return new ChatTurns(each, (each - 1) / 2, level => Scalar.Max((each * level).Ceiling() - 1, 0));
    }

    /// <summary>
    /// People stop after each answer with the same probability 1 / mean: few sessions are long, and those hold most requests.
    /// The turns before a request are then geometric too, with the mean - 1.
    /// </summary>
    /// <param name="mean">Turns of a session on average, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static ChatTurns Geometric(Scalar mean)
    {
        Scalar turns = Require.AtLeast(1, mean, "turns per session");
        Scalar goesOn = Scalar.Max(1 - 1 / turns, LeastChance);
        return new ChatTurns(turns, turns - 1, level => (Math.Log(1 - level) / goesOn.Log()).Ceiling() - 1);
    }

    /// <summary>Turns behind the request that this part of all requests does not exceed.</summary>
    /// <param name="level">Part of the requests, strictly between 0 and 1: 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public Scalar Before(double level) => before(Require.InsideUnitInterval(level, nameof(level)));

    /// <summary>In place of 0 for sessions of one turn, whose logarithm has none: no percentile up to 1 - 1e-12 sees the difference.</summary>
    private const double LeastChance = 1e-12;
}
