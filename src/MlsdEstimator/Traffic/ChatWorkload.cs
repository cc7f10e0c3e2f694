namespace MlsdEstimator;

/// <summary>What people who chat with a language model ask of it: requests, tokens in and out, and how many answers are being written at once.</summary>
/// <remarks>
/// A closed loop: a session thinks, asks, waits for the answer and thinks again, so requests/s = open sessions / (think time + response time), and
/// answers being written = open sessions x duty cycle, duty cycle = response / (think + response). A slower system is asked less often.
/// The prompt of a turn is the system prompt, everything said before in the session, and the new message. With a prefix cache what was said before is
/// computed again only when the session was silent for longer than its prefix is kept; thinking times are taken as exponential.
/// Sizes in tokens are means over turns; the spread over requests comes from the turns alone.
/// Where the response time is measured or wanted, give it; where a system of your own decides it, leave it null and let <see cref="ChatServing"/> close the loop.
/// </remarks>
/// <example>
/// <code>
/// var chat = new ChatWorkload
/// {
///     OpenSessions = 555_556, Peak = Peak.Factor(4), Turns = ChatTurns.Fixed(5), ThinkTime = 72.Seconds, ResponseTime = 48.Seconds,
///     SystemPromptTokens = 200, MessageTokens = 100, OutputTokens = 400,
/// };
/// Scalar writing = chat.Generating;                                            // 222,222 sequences: 40 % of the sessions
/// </code>
/// </example>
public sealed record ChatWorkload : Estimator
{
    /// <summary>Sessions open at once in the busiest time, not negative. A session lasts from its first message to its last answer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public required Scalar OpenSessions { get; init => field = Require.NonNegative(value, "open sessions"); }

    /// <summary>How much busier the busiest time is than the average.</summary>
    public required Peak Peak { get; init => field = Require.NotNull(value, "peak"); }

    /// <summary>Turns of a session.</summary>
    public required ChatTurns Turns { get; init => field = Require.NotNull(value, "turns"); }

    /// <summary>Time from an answer to the next message of the session, the mean. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration ThinkTime { get; init => field = Require.Positive(value, "think time"); }

    /// <summary>
    /// Time from a message to the last token of its answer, the mean: time to first token + output tokens x time per token. Above 0; null where the serving system decides it:
    /// then what follows from it is infeasible here and read from <see cref="ChatServing.Workload"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration? ResponseTime { get; init => field = value is null ? null : Require.Positive(value, "response time"); }

    /// <summary>Tokens that stand before every session: instructions, tools, examples. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public required Scalar SystemPromptTokens { get; init => field = Require.NonNegative(value, "system prompt tokens"); }

    /// <summary>Tokens of one message, with the documents that are retrieved for it. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar MessageTokens { get; init => field = Require.Positive(value, "message tokens"); }

    /// <summary>Tokens of one answer. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar OutputTokens { get; init => field = Require.Positive(value, "output tokens"); }

    /// <summary>
    /// How long the keys and values of a silent session stay in memory, not negative; null when there is no prefix cache. While there is one, the
    /// system prompt stays in it: every session uses it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public Duration? PrefixRetention { get; init => field = value is null ? null : Require.NonNegative(value, "prefix retention"); }

    /// <summary>Part of a session's time in which its answer is being written.</summary>
    public Fraction DutyCycle => Result("duty cycle", () => Fraction.FromScalar(Response / Cycle));

    /// <summary>Answers being written at once, at peak: the sequences of the decode batch, over all replicas.</summary>
    public Scalar Generating => Result("generating sequences", () => OpenSessions * DutyCycle);

    /// <summary>Sessions that wait for their user, at peak.</summary>
    public Scalar Idle => Result("idle sessions", () => OpenSessions - Generating);

    /// <summary>Requests at peak: one for each turn.</summary>
    public Rate PeakRequests => Result("requests at peak", () => (OpenSessions / Cycle).Marked(Aspect.Peak, Aspect.Counts("requests")));

    /// <summary>Requests on average over the day.</summary>
    public Rate AverageRequests => Result("requests on average", () => (OpenSessions / Cycle / Peak.Value).Marked(Aspect.Average, Aspect.Counts("requests")));

    /// <summary>Tokens that a request sends, the mean over requests: system prompt, all turns before, the message.</summary>
    public Scalar PromptTokens => Result("prompt tokens", () => Prompt(Turns.MeanBefore));

    /// <summary>The same for the request that 95 % of the requests do not exceed.</summary>
    public Scalar PromptTokensP95 => Result("prompt tokens p95", () => Prompt(Turns.Before(0.95)));

    /// <summary>The same for the request that 99 % of the requests do not exceed: what the context window must hold, with an answer.</summary>
    public Scalar PromptTokensP99 => Result("prompt tokens p99", () => Prompt(Turns.Before(0.99)));

    /// <summary>Part of the turns that find what was said before still in memory: 1 - exp(-retention / think time); 0 without a prefix cache.</summary>
    public Fraction PrefixHitRatio => Result("prefix hit ratio", () => PrefixRetention is null ? 0.Percent : Fraction.FromScalar(1 - (-(PrefixRetention / ThinkTime)).Exp()));

    /// <summary>Prompt tokens that the cache answers, the mean over requests.</summary>
    public Scalar CachedTokens => Result("cached prompt tokens", () => PrefixRetention is null ? (Scalar)0 : SystemPromptTokens + History(Turns.MeanBefore) * PrefixHitRatio);

    /// <summary>Prompt tokens to be computed, the mean over requests.</summary>
    public Scalar ComputedTokens => Result("computed prompt tokens", () => PromptTokens - CachedTokens);

    /// <summary>Prompt tokens to be computed, at peak.</summary>
    public Rate PrefillTokens => Result("prefill tokens at peak", () => (PeakRequests * ComputedTokens).Marked(Aspect.Counts("tokens")));

    /// <summary>Tokens written, at peak.</summary>
    public Rate DecodeTokens => Result("output tokens at peak", () => (PeakRequests * OutputTokens).Marked(Aspect.Counts("tokens")));

    /// <summary>Tokens whose keys and values a sequence holds while its answer is written, the mean: the prompt and half of the answer.</summary>
    public Scalar ContextTokens => Result("context tokens while generating", () => PromptTokens + OutputTokens / 2);

    /// <summary>
    /// Tokens whose keys and values are kept for silent sessions, at peak: sessions silent for less than the retention, each with all that was said;
    /// 0 without a prefix cache.
    /// </summary>
    public Scalar RetainedTokens => Result("retained tokens of idle sessions", () => Idle * RetainedPerIdle);

    /// <summary>Requests of the day and of its busiest time: what other estimators take.</summary>
    public Load Requests => Remember(() => Load.Computed(AverageRequests, PeakRequests, "requests"));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => ResponseTime is null
        ? [PromptTokens, PromptTokensP95, PromptTokensP99, PrefixHitRatio, CachedTokens, ComputedTokens, ContextTokens]
        :
        [
            DutyCycle, Generating, Idle, PeakRequests, AverageRequests, PromptTokens, PromptTokensP95, PromptTokensP99, PrefixHitRatio, CachedTokens,
            ComputedTokens, PrefillTokens, DecodeTokens, ContextTokens, RetainedTokens,
        ];

    /// <summary>Tokens kept for a silent session, the mean over silent sessions, those that are forgotten counted as 0.</summary>
    internal Scalar RetainedPerIdle => Remember(() => PrefixHitRatio * History(Turns.MeanBefore + 1));

    private Duration Response => ResponseTime ?? Quantity.Infeasible<Duration>("nobody said how long answers take; give ResponseTime, or let ChatServing find it");

    private Duration Cycle => Remember(() => ThinkTime + Response);

    private Scalar Prompt(Scalar turnsBefore) => SystemPromptTokens + History(turnsBefore) + MessageTokens;

    private Scalar History(Scalar turns) => turns * (MessageTokens + OutputTokens);
}
