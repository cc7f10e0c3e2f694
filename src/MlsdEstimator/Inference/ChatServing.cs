namespace MlsdEstimator;

/// <summary>A chat on so many replicas of a language model, with the loop closed: how long answers take, how many are written at once, and how often people ask.</summary>
/// <remarks>
/// Sessions of a replica = requests in progress + think time x requests in progress / response time, where the response time is that of <see cref="LlmServing"/> with as many clients:
/// a slower system is asked less often, so it never saturates, and the duty cycle is a result. Beyond what fits into memory requests wait for the end of an answer.
/// The prefix cache spares prompts and takes memory: tokens of silent sessions are kept beside those that run. Solved for means, all replicas alike and evenly loaded; how the
/// number of answers swings around its mean is left out. Not validated: published results have clients that do not think.
/// </remarks>
/// <example>
/// <code>
/// var serving = new ChatServing { Chat = chat with { ResponseTime = null }, Replica = replica, Replicas = 40 };
/// Fraction duty = serving.Workload.DutyCycle;                                  // a result
/// Duration first = serving.Serving.TimeToFirstToken;
/// </code>
/// </example>
public sealed record ChatServing : Estimator
{
    /// <summary>What people ask, its response time left null.</summary>
    /// <exception cref="ArgumentException">It has a response time.</exception>
    public required ChatWorkload Chat { get; init => field = Open(value); }

    /// <summary>The model on its devices.</summary>
    public required LlmReplica Replica { get; init => field = Require.NotNull(value, "replica"); }

    /// <summary>Replicas that share the sessions evenly, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Replicas { get; init => field = Require.AtLeast(1, value, "replicas"); }

    /// <summary>Most requests that the engine of a replica runs at once, at least 1, or null where only memory decides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? RequestLimit { get; init => field = value is null ? null : Require.AtLeast(1, value, "request limit"); }

    /// <summary>Sessions of a replica, at peak.</summary>
    public Scalar Sessions => Result("sessions of a replica", () => Chat.OpenSessions / Replicas);

    /// <summary>Time from a message to the last token of its answer, mean.</summary>
    public Duration ResponseTime => Result("response time of the chat", () => Serving.ResponseTime);

    /// <summary>Requests of a replica from message to last token, waiting ones included.</summary>
    public Scalar InProgress => Result("requests in progress of a replica", () => Solved.FeasibleWhen(ResponseTime > Duration.Zero, "the response takes no time"));

    /// <summary>The chat with the response time that was found: duty cycle, answers written at once, requests.</summary>
    public ChatWorkload Workload => Remember(() => Chat with { ResponseTime = ResponseTime });

    /// <summary>One replica as it then runs.</summary>
    public LlmServing Serving => Remember(() => With(Solved));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Sessions, InProgress, ResponseTime];

    /// <inheritdoc/>
    public override IReadOnlyList<Estimator> Parts => [Workload, Serving];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => (Solved > Serving.MostRequests).Nominally == true ? [Full] : [];

    private Finding Full => new(Severity.Warning, FindingCodes.Consequence, $"{Solved} requests are in progress on a replica and {Serving.MostRequests} fit: the others wait for the end of an answer, {Serving.TimeToFirstToken} until the first token; add replicas{(Chat.PrefixRetention is null ? "" : ", or keep prefixes for a shorter time")}.", ResponseTime);

    /// <summary>Little's law for both halves of the cycle: sessions = requests in progress + think time x requests in progress / response (Denning and Buzen 1978).</summary>
    private Scalar Solved => Remember(() => ImplicitFunction.Of(
        "requests in progress of a closed loop", inProgress => [Sessions, inProgress + Chat.ThinkTime * (inProgress / With(inProgress).ResponseTime), inProgress], Closed));

    /// <summary>
    /// The right side rises as long as more requests in progress never lower the throughput, so that there is one solution, between none and all of the sessions. A response that cannot
    /// be takes all of them.
    /// </summary>
    private static double Closed(ImplicitTrial trial)
    {
        double sessions = trial.At(0)[0];
        return trial.Root(at => (double.IsNaN(at[1]) ? at[2] : at[1]) - sessions, 0, sessions);
    }

    private LlmServing With(Scalar inProgress) => new()
    {
        Title = $"{Title}, one replica",
        Replica = Replica,
        PromptTokens = Chat.ComputedTokens,
        CachedTokens = Chat.CachedTokens,
        AnswerTokens = Chat.OutputTokens,
        RetainedTokens = Chat.PrefixRetention is null ? null : Scalar.Max(0, Sessions - inProgress) * Chat.RetainedPerIdle,
        RequestLimit = RequestLimit,
        Replicas = Replicas,
        Load = new LlmLoad.ConcurrentLoad(inProgress),
    };

    private static ChatWorkload Open(ChatWorkload value) => Require.NotNull(value, "chat").ResponseTime is null
        ? value
        : throw new ArgumentException($"'{value.Title}' has a response time of {value.ResponseTime}, but the replicas decide it; leave it null.", nameof(value));
}
