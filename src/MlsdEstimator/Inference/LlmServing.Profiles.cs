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

    /// <summary>The p95 of a log-normal law is at most e^(1.645^2 / 2) times its mean.</summary>
    private static readonly double MostOfLogNormal = Math.Exp(Normal95 * Normal95 / 2);

    /// <summary>A little more than 5 %, so that the p95 is one of them.</summary>
    private const double PartOfLong = 0.055;

    /// <summary>Tokens of a prompt that are computed and that 95 % of the requests do not exceed, at least 1: null, the default, where all prompts are alike.</summary>
    /// <remarks>Where it takes more than 18 times as long as the mean prompt the law is infeasible: there is none.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? PromptTokensP95 { get; init => field = value is null ? null : Require.AtLeast(1, value, "prompt tokens p95"); }

    /// <summary>The law of the time to the first token over requests, around its mean <see cref="TimeToFirstToken"/>.</summary>
    /// <remarks>
    /// Composed of what every request takes, its own prompt (log-normal through its mean and its p95; few long and many short ones where the p95 is beyond 3.9 times the mean), prompts
    /// in front among clients (a geometric number of them, as in a queue), and up to one step until the next begins. Streams of arrivals have no prompts in front in their mean, and
    /// so none in their law: read it at light loads. Not validated: published results are means.
    /// </remarks>
    public LatencyProfile FirstTokens => Remember(() => TimeToFirstToken.IsFeasible ? FirstTokenLaw.Scaled(TimeToFirstToken / FirstToken) : LatencyProfile.Constant(TimeToFirstToken));

    /// <summary>The law of the time per token over requests, each with its mean over its answer, around the mean of all <see cref="TimePerToken"/>.</summary>
    /// <remarks>
    /// A step takes the same for all; of the prompts that are computed meanwhile, one for each other request that runs on average, more or fewer fall into an answer: Poisson, so that
    /// the part they take has a squared coefficient of variation of 1 / others. Answers of one length; not validated.
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
            Duration late = Duration.Max(Prompt.Central, Replica.Prompt(PromptTokensP95, CachedTokens).Central);
            Scalar longer = late / Prompt.Central;
            if (longer.Value >= MostOfLogNormal)
                return FewLong(late);
            Scalar deviation = Normal95 - Scalar.Max(0, Normal95 * Normal95 - 2 * longer.Log()).Sqrt();
            return LatencyProfile.FromMoments(Prompt.Central, Scalar.Max(LeastVariation, (deviation * deviation).Exp() - 1));
        }
    }

    /// <summary>Few prompts that take as long as the p95, and many as short as the mean then asks for: no log-normal has a p95 so far above its mean.</summary>
    private LatencyProfile FewLong(Duration late)
    {
        Duration shorter = (Prompt.Central - PartOfLong * late) / (1 - PartOfLong);
        return shorter.BaseValue > 0
            ? LatencyProfile.Mix((1 - PartOfLong, LatencyProfile.Constant(Duration.Max(Duration.Zero, shorter))), (PartOfLong, LatencyProfile.Constant(late)))
            : LatencyProfile.Constant(Quantity.Infeasible<Duration>($"a prompt of {PromptTokensP95} tokens takes {late}, {late / Prompt.Central} times as long as one of {PromptTokens}, and cannot be the 95 % point of prompts with that mean: 5 % of them alone would take longer than all; check both numbers"));
    }

    /// <summary>A geometric number of prompts, as in a queue: around a mean n its squared coefficient of variation is 1 + 1 / n.</summary>
    private LatencyProfile InFront
    {
        get
        {
            Duration wait = Duration.Max(Queued, Duration.Nanosecond);
            return LatencyProfile.FromMoments(wait, 1 + Prompt.Marginal / wait);
        }
    }

    private LatencyProfile TokenLaw
    {
        get
        {
            Duration step = Step(Running).Central, prompts = Duration.Max(TokenTime(Running) - step, Duration.Nanosecond);
            return LatencyProfile.Constant(step).Then(LatencyProfile.FromMoments(prompts, 1 / Scalar.Max(1, Interrupting(Running))));
        }
    }

    /// <summary>Evenly between half the length below a mean and half of it above.</summary>
    private static LatencyProfile UpTo(Duration length, Duration mean) =>
        LatencyProfile.Constant(Duration.Max(Duration.Zero, mean - length / 2)).Then(UpToSecond.Scaled(length / Duration.Second));
}
