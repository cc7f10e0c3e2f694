using MathNet.Numerics.Distributions;

namespace MlsdEstimator;

/// <content>Laws over requests, around the means that are fitted.</content>
public sealed partial record LlmServing
{
    private static readonly LatencyProfile UpToSecond = LatencyProfile.FromDistribution(new ContinuousUniform(0, 1), Duration.Second);

    /// <summary>The 95 % point of a normal law.</summary>
    private const double Normal95 = 1.644854;

    /// <summary>Squared coefficient of variation of prompts that are all but alike.</summary>
    private const double LeastVariation = 1e-6;

    /// <summary>Prompt tokens that 95 % of the requests do not exceed, at least 1: null, the default, where all prompts are alike.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? PromptTokensP95 { get; init => field = value is null ? null : Require.AtLeast(1, value, "prompt tokens p95"); }

    /// <summary>The law of the time to the first token over requests, around its mean <see cref="TimeToFirstToken"/>.</summary>
    /// <remarks>
    /// Composed of what every request takes, its own prompt (log-normal through its mean and its p95), prompts in front (none where no prompt is computed as it comes, else
    /// exponential), and up to one step until the next begins. Not validated: published results are means.
    /// </remarks>
    public LatencyProfile FirstTokens => Remember(() => TimeToFirstToken.IsFeasible ? FirstTokenLaw.Scaled(TimeToFirstToken / FirstToken) : LatencyProfile.Constant(TimeToFirstToken));

    /// <summary>The law of the time per token over requests, each with its mean over its answer, around the mean of all <see cref="TimePerToken"/>.</summary>
    /// <remarks>
    /// A step takes the same for all; of the prompts that are computed meanwhile, one for each request that runs on average, more or fewer fall into an answer: Poisson, so that
    /// the part they take has a squared coefficient of variation of 1 / running. Answers of one length; not validated.
    /// </remarks>
    public LatencyProfile Tokens => Remember(() => TokenLaw.Scaled(TimePerToken / TokenTime(Running)));

    /// <summary>Time to the first token that 95 % of the requests stay within.</summary>
    public Duration TimeToFirstTokenP95 => Result("time to first token, p95", () => FirstTokens.P95);

    /// <summary>Time per token that 95 % of the requests stay within.</summary>
    public Duration TimePerTokenP95 => Result("time per output token, p95", () => Tokens.P95);

    private LatencyProfile FirstTokenLaw => Load switch
    {
        LlmLoad.ConcurrentLoad => AfterPrompt(FirstToken - Queued).Then(InFront),
        LlmLoad.ArrivingLoad => AfterPrompt(FirstToken),
        LlmLoad.BurstLoad burst => UpTo(burst.Requests / Attentions * Prompt.Marginal, FirstToken),
        _ => LatencyProfile.Constant(FirstToken),
    };

    /// <summary>A first token for which no other prompt is in front: of its mean, the prompt has its own law, and half a step is up to a whole one.</summary>
    private LatencyProfile AfterPrompt(Duration mean) => UpTo(TokenTime(Running), mean - Prompt.Central).Then(OwnPrompt);

    private LatencyProfile OwnPrompt
    {
        get
        {
            if (PromptTokensP95 is null)
                return LatencyProfile.Constant(Prompt.Central);
            Scalar longer = Scalar.Max(1, Replica.Prompt(PromptTokensP95).Central / Prompt.Central);
            Scalar deviation = Normal95 - Scalar.Max(0, Normal95 * Normal95 - 2 * longer.Log()).Sqrt();
            return LatencyProfile.FromMoments(Prompt.Central, Scalar.Max(LeastVariation, (deviation * deviation).Exp() - 1));
        }
    }

    /// <summary>Of those that wait none waits for more than all others, on average.</summary>
    private LatencyProfile InFront
    {
        get
        {
            Scalar part = Scalar.Max(Busy, Queued / (Prompt.Marginal * Scalar.Max(1, Others)));
            return LatencyProfile.Waiting(Fraction.FromScalar(part), Duration.Max(Queued / part, Duration.Nanosecond));
        }
    }

    private LatencyProfile TokenLaw
    {
        get
        {
            Duration step = Step(Running).Central, prompts = Duration.Max(TokenTime(Running) - step, Duration.Nanosecond);
            return LatencyProfile.Constant(step).Then(LatencyProfile.FromMoments(prompts, 1 / Scalar.Max(1, Running / Attentions)));
        }
    }

    /// <summary>Evenly between half the length below a mean and half of it above.</summary>
    private static LatencyProfile UpTo(Duration length, Duration mean) =>
        LatencyProfile.Constant(Duration.Max(Duration.Zero, mean - length / 2)).Then(UpToSecond.Scaled(length / Duration.Second));
}
