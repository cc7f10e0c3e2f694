namespace MlsdEstimator;

/// <summary>What is asked of a fleet of language models: how often, and how many tokens; how often may depend on how fast it answers.</summary>
/// <example><code>LlmDemand demand = LlmDemand.Chat(chat);</code></example>
public abstract record LlmDemand
{
    private protected LlmDemand()
    {
    }

    /// <summary>Prompt tokens that are computed, the mean over requests.</summary>
    public abstract Scalar PromptTokens { get; }

    /// <summary>Prompt tokens whose keys and values are there from before, the mean over requests.</summary>
    public abstract Scalar CachedTokens { get; }

    /// <summary>Tokens of an answer, the mean over requests.</summary>
    public abstract Scalar AnswerTokens { get; }

    /// <summary>Prompt tokens to be computed that 95 % of the requests do not exceed, nothing of what was said before in the cache; null where nobody said.</summary>
    public abstract Scalar? LongPromptTokens { get; }

    /// <summary>The same for the law of all requests; null where most find their prefix in the cache, and compute alike.</summary>
    internal virtual Scalar? ComputedTokensP95 => LongPromptTokens;

    /// <summary>A chat: the faster it is answered, the more people ask. Its response time is left null, because the fleet decides it.</summary>
    /// <param name="chat">The chat.</param>
    /// <exception cref="ArgumentException">The chat has a response time.</exception>
    public static LlmDemand Chat(ChatWorkload chat) => Require.NotNull(chat, nameof(chat)).ResponseTime is null
        ? new ChatDemand(chat)
        : throw new ArgumentException($"'{chat.Title}' has a response time of {chat.ResponseTime}, but the fleet decides it; leave it null.", nameof(chat));

    /// <summary>Requests that come whatever the fleet answers: a pipeline, an interface for programs.</summary>
    /// <param name="requests">Requests; the fleet is sized for their peak.</param>
    /// <param name="promptTokens">Prompt tokens that are computed, the mean, at least 1.</param>
    /// <param name="answerTokens">Tokens of an answer, the mean, at least 1.</param>
    /// <param name="cachedTokens">Prompt tokens whose keys and values are there from before, the mean, at least 0; null for none.</param>
    /// <param name="longPromptTokens">Prompt tokens that 95 % of the requests do not exceed, at least 1; null where nobody knows.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of tokens is out of its range.</exception>
    public static LlmDemand Requests(Load requests, Scalar promptTokens, Scalar answerTokens, Scalar? cachedTokens = null, Scalar? longPromptTokens = null) => new OpenDemand(
        Require.NotNull(requests, nameof(requests)),
        Require.AtLeast(1, promptTokens, "prompt tokens"),
        Require.AtLeast(1, answerTokens, "answer tokens"),
        Require.NonNegative(cachedTokens ?? Scalar.Zero, "cached tokens"),
        longPromptTokens is null ? null : Require.AtLeast(1, longPromptTokens, "prompt tokens p95"));

    /// <summary>Requests at peak when answers take so long.</summary>
    internal abstract Rate PeakRequests(Duration response);

    /// <summary>Requests on average when answers take so long.</summary>
    internal abstract Rate AverageRequests(Duration response);

    /// <summary>Tokens that a replica with so many requests a second keeps for those who do not ask at the moment; null for none.</summary>
    internal abstract Scalar? RetainedTokens(Rate requests);

    /// <summary>The same with nothing kept between requests; null where nothing is.</summary>
    internal virtual LlmDemand? WithoutRetention => null;

    private sealed record ChatDemand(ChatWorkload Workload) : LlmDemand
    {
        /// <summary>With more hits the prompts that are computed whole are too few for a law of their own.</summary>
        private const double MostHits = 0.8;

        public override Scalar PromptTokens => Workload.ComputedTokens;

        public override Scalar CachedTokens => Workload.CachedTokens;

        public override Scalar AnswerTokens => Workload.OutputTokens;

        /// <summary>The system prompt stays in a cache whenever there is one.</summary>
        public override Scalar LongPromptTokens => Workload.PrefixRetention is null ? Workload.PromptTokensP95 : Workload.PromptTokensP95 - Workload.SystemPromptTokens;

        internal override Scalar? ComputedTokensP95 => Workload.PrefixHitRatio.Value > MostHits ? null : LongPromptTokens;

        internal override Rate PeakRequests(Duration response) => (Workload with { ResponseTime = response }).PeakRequests;

        internal override Rate AverageRequests(Duration response) => (Workload with { ResponseTime = response }).AverageRequests;

        internal override LlmDemand? WithoutRetention => Workload.PrefixRetention is null ? null : new ChatDemand(Workload with { PrefixRetention = null });

        internal override Scalar? RetainedTokens(Rate requests) => Workload.PrefixRetention is null ? null : requests * Workload.ThinkTime * Workload.RetainedPerIdle;
    }

    private sealed record OpenDemand(Load Load, Scalar PromptTokens, Scalar AnswerTokens, Scalar CachedTokens, Scalar? LongPromptTokens) : LlmDemand
    {
        public override Scalar PromptTokens { get; } = PromptTokens;

        public override Scalar AnswerTokens { get; } = AnswerTokens;

        public override Scalar CachedTokens { get; } = CachedTokens;

        public override Scalar? LongPromptTokens { get; } = LongPromptTokens;

        internal override Rate PeakRequests(Duration response) => Load.Peak;

        internal override Rate AverageRequests(Duration response) => Load.Average;

        internal override Scalar? RetainedTokens(Rate requests) => null;
    }
}
