namespace MlsdEstimator;

/// <summary>Prompts on some replicas and answers on others: keys and values go over a link between them, and neither disturbs the other.</summary>
/// <remarks>
/// replicas for prompts = requests x time of a prompt / planned load; for answers, by Little's law, requests x answer x time per token / sequences at once. First token = front end + wait + prompt +
/// transfer; front end = request + router + sequences at once x client + half a step of the answers, as in <see cref="LlmServing"/>. A prompt waits as in a queue whose prompts vary as widely as exponential ones, prompt x load / (1 - load), on each replica by itself: an upper bound where prompts are alike or share
/// a queue. The transfer follows the whole prompt; engines that send layer by layer hide most of it. Not validated.
/// </remarks>
/// <example>
/// <code>
/// var split = new DisaggregatedServing
/// {
///     PromptReplica = replica, AnswerReplica = replica, Requests = 40.PerSecond, PromptTokens = 4000, AnswerTokens = 300,
///     Sequences = 64, PromptLoad = 60.Percent, Link = Bandwidth.FromGigabytesPerSecond(50),
/// };
/// </code>
/// </example>
public sealed record DisaggregatedServing : Estimator
{
    /// <summary>The model where prompts are computed.</summary>
    public required LlmReplica PromptReplica { get; init => field = Require.NotNull(value, "prompt replica"); }

    /// <summary>The same model where answers are written; devices, layout and weights may differ, the cache may not.</summary>
    public required LlmReplica AnswerReplica { get; init => field = Require.NotNull(value, "answer replica"); }

    /// <summary>Requests at peak, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Rate Requests { get; init => field = Require.Positive(value, "requests"); }

    /// <summary>Tokens of a prompt that are computed, on average, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar PromptTokens { get; init => field = Require.AtLeast(1, value, "prompt tokens"); }

    /// <summary>Tokens before them whose keys and values the prompt replica has, at least 0; they are sent too. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public Scalar CachedTokens { get; init => field = Require.NonNegative(value, "cached tokens"); } = 0;

    /// <summary>Tokens of an answer, on average, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar AnswerTokens { get; init => field = Require.AtLeast(1, value, "answer tokens"); }

    /// <summary>Answers that an answer replica writes at once, at least 1. No default: it decides the time per token.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Sequences { get; init => field = Require.AtLeast(1, value, "sequences at once"); }

    /// <summary>Part of the time that a prompt replica is planned to compute, above 0 and below 1. No default: it decides the wait.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and below 1.</exception>
    public required Fraction PromptLoad { get; init => field = Require.FractionBelowOne(Require.PositiveFraction(value, "planned load of prompts"), "planned load of prompts"); }

    /// <summary>Bytes a second from one prompt replica to the others, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Bandwidth Link { get; init => field = Require.Positive(value, "link between pools"); }

    /// <summary>True where requests pass a router (NVIDIA Dynamo and its like) before the server of the engine. Default false.</summary>
    public bool IsBehindRouter { get; init; }

    /// <summary>Keys and values of one prompt that are sent.</summary>
    public DataSize Sent => Result("cache sent for a request", () => PromptReplica.Model.KvBytes(CachedTokens + PromptTokens));

    /// <summary>Time of sending them after the prompt.</summary>
    public Duration Transfer => Result("transfer of the cache", () => Sent / Link);

    /// <summary>Bytes a second between the pools, at peak; infeasible where the links of the prompt replicas do not carry them.</summary>
    public Bandwidth Traffic => Result("traffic between pools", () => (Requests * Sent).FeasibleWhen(Requests * Sent <= PromptReplicas * Link, $"{Requests * Sent} of cache have to be sent and {PromptReplicas} prompt replicas send {PromptReplicas * Link}; take a faster link, or more replicas for prompts"));

    /// <summary>Time of a prompt.</summary>
    public Duration Prompt => Result("prompt on its replica", () => PromptReplica.Prompt(PromptTokens, CachedTokens).Time);

    /// <summary>Time that a prompt waits for others.</summary>
    public Duration Wait => Result("wait for prompts", () => Prompt * (PromptLoad.AsScalar() / (1 - PromptLoad).AsScalar()));

    /// <summary>Time from the client to the schedulers: a front end that serves the others too, and half a step until the answer joins those that are written.</summary>
    public Duration FrontEnd => Result("front end", () => new LlmFrontEnd(AnswerReplica.Costs, IsBehindRouter).Accepted(Sequences, Step.Central, Scalar.Zero) * AnswerReplica.Costs.Error(LlmFigure.FirstToken));

    /// <summary>Time from a request to its first token, mean.</summary>
    public Duration TimeToFirstToken => Result("time to first token", () => FrontEnd + Wait + Prompt + Transfer);

    /// <summary>Time between tokens of one answer: no prompt is in between. Infeasible where so many answers do not fit.</summary>
    public Duration TimePerToken => Result("time per output token", () => Step.Step.FeasibleWhen(Sequences <= Most, $"{Sequences} answers at once do not fit, {Most} do"));

    /// <summary>Replicas for prompts, not rounded.</summary>
    public Scalar PromptReplicas => Result("replicas for prompts", () => Requests * Prompt / PromptLoad.AsScalar());

    /// <summary>Replicas for answers, not rounded.</summary>
    public Scalar AnswerReplicas => Result("replicas for answers", () => Requests * AnswerTokens * TimePerToken / Sequences);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [FrontEnd, Prompt, Wait, Sent, Transfer, Traffic, TimeToFirstToken, TimePerToken, PromptReplicas, AnswerReplicas];

    /// <inheritdoc/>
    public override IReadOnlyList<Estimator> Parts => [PromptReplica, AnswerReplica];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        [.. Results.Where(result => !result.IsFeasible).Take(1).Select(result => new Finding(Severity.Error, FindingCodes.Infeasible, Infeasibility.Message(result.Node), result))];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (PromptReplica.Model.KvBytesPerToken != AnswerReplica.Model.KvBytesPerToken)
                yield return $"a token takes {PromptReplica.Model.KvBytesPerToken} of cache where prompts are computed and {AnswerReplica.Model.KvBytesPerToken} where answers are written; give both the same model and cache format";
        }
    }

    private DecodeStep Step => Remember(() => AnswerReplica.Fitted(Sequences, CachedTokens + PromptTokens + AnswerTokens / 2));

    private Scalar Most => AnswerReplica.MostSequences(CachedTokens + PromptTokens + AnswerTokens);
}
