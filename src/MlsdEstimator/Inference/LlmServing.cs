namespace MlsdEstimator;

/// <summary>A language model that answers requests with continuous batching: memory, time to the first token, time per token, tokens per second.</summary>
/// <remarks>
/// time per token = decode step at the mean context + what prompts of other requests add to it; running sequences x answer tokens / (answer x time per token) are
/// answered. Keys and values are counted once, at the mean context prompt + answer / 2, and reserved for the whole sequence, which is what bounds how many run.
/// Prompts are chunked into steps that run anyway, so that they add their arithmetic but not another pass over the weights.
/// Rates name what they count: of a user, of the replica, of the system; prompts are part of the time, their tokens are not counted.
/// Fitted to benchmarks of one kind of request at a time. Requests of mixed lengths, and first tokens under an open load at high percentiles, are not validated.
/// </remarks>
/// <example>
/// <code>
/// var serving = new LlmServing { Replica = replica, PromptTokens = 1000, AnswerTokens = 300, Load = LlmLoad.Concurrent(32) };
/// Console.WriteLine($"{serving.TimeToFirstToken}, then {serving.TimePerToken} a token; {serving.Throughput} tokens of the replica");
/// </code>
/// </example>
public sealed partial record LlmServing : Estimator
{
    /// <summary>The model on its devices.</summary>
    public required LlmReplica Replica { get; init => field = Require.NotNull(value, "replica"); }

    /// <summary>Tokens of a prompt that are computed, on average, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar PromptTokens { get; init => field = Require.AtLeast(1, value, "prompt tokens"); }

    /// <summary>Tokens before them whose keys and values are kept from earlier requests (prefix cache), at least 0. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public Scalar CachedTokens { get; init => field = Require.NonNegative(value, "cached tokens"); } = 0;

    /// <summary>Tokens of an answer, on average, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar AnswerTokens { get; init => field = Require.AtLeast(1, value, "answer tokens"); }

    /// <summary>How requests come to one replica. No default: it decides.</summary>
    public required LlmLoad Load { get; init => field = Require.NotNull(value, "load"); }

    /// <summary>Answers that are kept open at once for a request (beam search), at least 1; prompts are shared. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar Beams { get; init => field = Require.AtLeast(1, value, "beams"); } = 1;

    /// <summary>Tokens of sessions that think whose keys and values stay in the replica's memory, at least 0; null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public Scalar? RetainedTokens { get; init => field = value is null ? null : Require.NonNegative(value, "retained tokens"); }

    /// <summary>Most requests the engine runs at once on the replica, at least 1, or null where only memory and the engine's usual limits decide.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? RequestLimit { get; init => field = value is null ? null : Require.AtLeast(1, value, "request limit"); }

    /// <summary>
    /// Steps for which the engine holds back the prompt of a client or of an arrival while others run, so that more come and are computed together, at least 0.
    /// Default 0: none. TensorRT-LLM calls it <c>batch_wait_timeout_iters</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public Scalar HeldSteps { get; init => field = Require.NonNegative(value, "held steps"); } = 0;

    /// <summary>True where requests pass a router (NVIDIA Dynamo and its like) before the server of the engine. Default false.</summary>
    public bool IsBehindRouter { get; init; }

    /// <summary>Replicas of the system, at least 1; each has the load. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar Replicas { get; init => field = Require.AtLeast(1, value, "replicas"); } = 1;

    /// <summary>Requests whose cache fits on the replica; infeasible, with the shortfall and what would help, where not one does.</summary>
    public Scalar MostRequests => Result("requests that fit", () => Limited(Room));

    /// <summary>Requests that run at once.</summary>
    public Scalar Running => Result("running requests", RunningOfLoad);

    /// <summary>Time between tokens of one answer.</summary>
    public Duration TimePerToken => Result("time per output token", () => Duration.Max(TokenTime(Running) * Error(LlmFigure.Token), Step(Running).Bound));

    /// <summary>Time from a request to its first token, mean; infeasible where requests wait without end. The more requests run, the wider its range.</summary>
    public Duration TimeToFirstToken => Result("time to first token", () => Duration.Max(FirstToken * Error(LlmFigure.FirstToken).Pow(FirstTokenGrowth), Prompt.Bound));

    /// <summary>Time from a request to the last token of its answer, mean: time to first token + answer x time per token.</summary>
    public Duration ResponseTime => Result("response time", () => TimeToFirstToken + AnswerTokens * TimePerToken);

    /// <summary>Output tokens a second of the replica, end to end: time of prompts included, their tokens not counted.</summary>
    public Rate Throughput => Result("output tokens per second of a replica", () => Rate.Min(Central / Error(LlmFigure.Throughput), Running * Beams / Step(Running).Bound));

    /// <summary>Output tokens a second of all replicas.</summary>
    public Rate SystemThroughput => Result("output tokens per second of the system", () => Throughput * Replicas);

    /// <summary>Output tokens a second that one user sees after the first.</summary>
    public Rate PerUser => Result("output tokens per second of a user", () => 1 / TimePerToken);

    /// <summary>Requests a second of the system.</summary>
    public Rate Requests => Result("requests per second of the system", () => SystemThroughput / AnswerTokens);

    /// <summary>Energy of an output token at board power, an upper bound: devices x power / throughput; null where the power is not known.</summary>
    public Energy? MostEnergyPerToken => Replica.Device.Power is Power power ? Result("energy of an output token at most", () => power * (Replica.Devices / Throughput)) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => Load is LlmLoad.SaturatedLoad
        ? [MostRequests, Running, TimePerToken, TimePerTokenP95, PerUser, Throughput, SystemThroughput, Requests]
        : [MostRequests, Running, TimeToFirstToken, TimeToFirstTokenP95, TimePerToken, TimePerTokenP95, ResponseTime, PerUser, Throughput, SystemThroughput, Requests];

    /// <inheritdoc/>
    public override IReadOnlyList<Estimator> Parts => Remember<IReadOnlyList<Estimator>>(() =>
        [Replica with { Title = $"{Title}, memory" }, .. Running.IsFeasible ? Steps : []]);

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        [.. Results.Where(result => !result.IsFeasible).Take(1).Select(result => new Finding(Severity.Error, FindingCodes.Infeasible, Infeasibility.Message(result.Node), result))];

    private IReadOnlyList<Estimator> Steps => [Prompt with { Title = $"{Title}, prompt" }, Step(Scalar.Max(1, Running)) with { Title = $"{Title}, step" }];

    private PromptStep Prompt => Remember(() => Replica.Prompt(PromptTokens, CachedTokens) with { IsRoomChecked = false });

    private Scalar Attentions => Replica.Layout.AttentionReplicas;

    private LlmCosts Costs => Replica.Costs;

    /// <summary>The most clients for which first token and tokens come in time at best guesses; infeasible where even one waits longer.</summary>
    /// <param name="firstToken">Limit of the time to the first token, above 0.</param>
    /// <param name="perToken">Limit of the time per token, above 0.</param>
    /// <returns>This serving with so many clients: a decision, whose throughput is the one at the limits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not above 0.</exception>
    /// <exception cref="EstimateException">One client alone waits longer, or the model does not fit.</exception>
    public LlmServing Within(Duration firstToken, Duration perToken)
    {
        Duration first = Require.Positive(firstToken, "time to first token"), next = Require.Positive(perToken, "time per token");
        double fits = 0, tooMany = Math.Floor(MostRequests.Value) + 1;
        while (tooMany - fits > 1)
        {
            double middle = Math.Floor((fits + tooMany) / 2);
            (fits, tooMany) = IsWithin(With(middle), first, next) ? (middle, tooMany) : (fits, middle);
        }
        return fits > 0 ? With(fits) : throw new EstimateException($"One client alone waits {With(1).TimeToFirstToken} for the first token and {With(1).TimePerToken} for each other; the limits are {first} and {next}.");
    }

    private LlmServing With(double clients) => this with { Load = LlmLoad.Concurrent(clients) };

    private static bool IsWithin(LlmServing serving, Duration firstToken, Duration perToken) =>
        (serving.TimeToFirstToken <= firstToken).And(serving.TimePerToken <= perToken).Nominally == true;

    /// <summary>Requests whose whole cache fits beside what is retained.</summary>
    private Scalar Room
    {
        get
        {
            Scalar tokens = CachedTokens + PromptTokens + AnswerTokens * Beams, room = Replica.MostSequences(tokens);
            if (RetainedTokens is null)
                return room;
            Scalar left = room - Replica.Model.KvBytesPerToken * RetainedTokens / Replica.Model.KvBytes(tokens);
            return left.FeasibleWhen(left >= 1, $"the {RetainedTokens} tokens that are retained leave no room for a request that runs, where {room} would fit without them; retain them for a shorter time, or add replicas");
        }
    }

    private Scalar Limited(Scalar requests) => RequestLimit is null ? requests : Scalar.Min(requests, RequestLimit);

    private Scalar RunningOfLoad() => Load switch
    {
        LlmLoad.ConcurrentLoad closed => Scalar.Min(closed.Clients, MostRequests),
        LlmLoad.BatchLoad batch => Scalar.Min(batch.Requests, MostRequests),
        LlmLoad.BurstLoad burst => Scalar.Min(burst.Requests, Full),
        LlmLoad.ArrivingLoad open => new LlmArrivals(this, open.Rate).Running,
        _ => Full,
    };

    /// <summary>Requests of a replica that never runs out of them: what fits, less what an engine's own limits take.</summary>
    internal Scalar Full
    {
        get
        {
            Scalar engine = Costs[LlmConstant.Sequences] * Attentions;
            return Scalar.Max(1, MostRequests * engine / (MostRequests + engine));
        }
    }

    /// <summary>Spread of first tokens among other requests over that of a request alone: sqrt(1 + running / 16).</summary>
    internal Scalar FirstTokenGrowth => (1 + Running / LlmDefaults.RunningOfTwiceVariance).Sqrt();

    /// <summary>Time of a token while so many requests run, at best guesses of what published results leave open.</summary>
    internal Duration TokenTime(Scalar running) => Step(running).Central + PromptShare(running);

    /// <summary>What prompts of other requests add to a token: each step computes others / answer of them, on stages that share them.</summary>
    private Duration PromptShare(Scalar running) =>
        Load is LlmLoad.BatchLoad ? Duration.Zero : Interrupting(running) / Replica.Layout.BusyStages / AnswerTokens * Prompt.Marginal * Costs[LlmConstant.Interference];

    /// <summary>Requests whose prompts fall into an answer: a client's own does not; an arrival finds as many as run on average.</summary>
    private Scalar Interrupting(Scalar running) => Load is LlmLoad.ConcurrentLoad ? Scalar.Max(0, running / Attentions - 1) : running / Attentions;

    private DecodeStep Step(Scalar running) => Replica.Fitted(Scalar.Max(1, running * Beams), CachedTokens + PromptTokens + AnswerTokens / 2);

    private Scalar Error(LlmFigure figure) => Costs.Error(figure);

    private Duration FirstToken => Load switch
    {
        LlmLoad.ConcurrentLoad closed => Prompt.Central + Queued + Accepted + Backlog(closed.Clients),
        LlmLoad.BatchLoad => Prompt.Central + Received + (Running / Attentions - 1) * Prompt.Marginal,
        LlmLoad.BurstLoad burst => Prompt.Central + Received + burst.Requests / 2 / Attentions * Prompt.Marginal,
        LlmLoad.ArrivingLoad open => Prompt.Central + Accepted + Overload(open),
        _ => Quantity.Infeasible<Duration>("a replica that is always full has requests waiting without end; give its clients or the rate of requests"),
    };

    private Duration Accepted => FrontEnd.Accepted(Running, TokenTime(Running), HeldSteps);

    private Duration Received => FrontEnd.Received;

    private LlmFrontEnd FrontEnd => new(Costs, IsBehindRouter);

    /// <summary>Prompts of other clients in front, by how many run and by how busy prompts keep the replica.</summary>
    private Duration Queued => Prompt.Marginal * Scalar.Min(Others, Costs[LlmConstant.Queue] * Others + Costs[LlmConstant.BusyQueue] * Busy);

    /// <summary>Clients beside one, of those that share its attention.</summary>
    private Scalar Others => Scalar.Max(0, Running / Attentions - 1);

    /// <summary>Part of the time in which prompts of the requests that run keep the replica busy.</summary>
    private Scalar Busy
    {
        get
        {
            Duration onPrompts = Running / Attentions * Prompt.Marginal;
            return onPrompts / (onPrompts + AnswerTokens * Step(Running).Central);
        }
    }

    /// <summary>Clients beyond those that fit wait for the end of an answer.</summary>
    private Duration Backlog(Scalar clients) => Scalar.Max(0, clients / MostRequests - 1) * AnswerTokens * TokenTime(Running);

    /// <summary>Half the requests of a finite stream come before the mean one, and each waits for what the replica is slower.</summary>
    private Duration Overload(LlmLoad.ArrivingLoad open)
    {
        Rate most = MostOf(Full) / AnswerTokens;
        return open.Requests is null
            ? Duration.Zero.FeasibleWhen(open.Rate < most, $"{open.Rate} requests come and the replica answers {most} of them; add replicas")
            : open.Requests / 2 * Duration.Max(Duration.Zero, 1 / most - 1 / open.Rate);
    }

    private Rate MostOf(Scalar running) => running / TokenTime(running);

    private Rate Central => Load switch
    {
        LlmLoad.ConcurrentLoad => Running * AnswerTokens / (Prompt.Central + Queued + Accepted + AnswerTokens * TokenTime(Running)),
        LlmLoad.BatchLoad => Running * AnswerTokens / (FirstToken + AnswerTokens * TokenTime(Running)),
        LlmLoad.ArrivingLoad open => Rate.Min(open.Rate * AnswerTokens, MostOf(Full)),
        _ => MostOf(Running),
    };
}
