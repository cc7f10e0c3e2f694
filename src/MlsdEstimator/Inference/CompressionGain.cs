namespace MlsdEstimator;

/// <summary>What a smaller model brings: speed, size, cost, quality, and what is left of the speed in the whole request.</summary>
/// <remarks>
/// Speed-up = time before / time after, of the same work. The request gains 1 / ((1 - share) + share / speed-up) (Amdahl 1967), with the model's share of its time before.
/// "60 % faster" is 1.6 times the speed and 37.5 % less time; "60 % less time" is 2.5 times the speed. Both are results, so that nobody takes one for the other.
/// This reads two times; it does not predict them. They are measured, published (<see cref="PublishedCompression"/>), or those of a <see cref="StepGain"/>
/// (<see cref="FromSteps"/>), a <see cref="DecodeStep"/> or a <see cref="PromptStep"/> before and after: sizes do not tell speed.
/// </remarks>
/// <example>
/// <code>
/// var gain = new CompressionGain { Before = bert, After = student, TimeBefore = 668.Milliseconds, TimeAfter = 410.Milliseconds, ModelShare = 80.Percent };
/// gain.SpeedUp.Value              // 1.63
/// gain.TimeSaved.Value            // 0.386: "39 % less time", "63 % faster"
/// gain.EndToEndSpeedUp.Value      // 1.45
/// </code>
/// </example>
public sealed record CompressionGain : Estimator
{
    /// <summary>The model before.</summary>
    public required Model Before { get; init => field = Require.NotNull(value, "model before"); }

    /// <summary>The model after.</summary>
    public required Model After { get; init => field = Require.NotNull(value, "model after"); }

    /// <summary>Time of some work with the model before, above 0: a step, a request, an example.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration TimeBefore { get; init => field = Require.Positive(value, "time before"); }

    /// <summary>Time of the same work with the model after, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration TimeAfter { get; init => field = Require.Positive(value, "time after"); }

    /// <summary>The model's share of the time of a request before. No default: it decides what is left of the gain; 1 for the model alone.</summary>
    public required Fraction ModelShare { get; init => field = Require.Named<Fraction>(value, "model's share of the request"); }

    /// <summary>Spend on the machines that run the model before, or null when it is not to be priced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public Spend? CostBefore { get; init => field = value is null ? null : Require.NonNegative(value, "cost before"); }

    /// <summary>How many times as fast: time before / time after.</summary>
    public Scalar SpeedUp => Result("speed-up", () => TimeBefore / TimeAfter);

    /// <summary>How much faster, as people say it: speed-up - 1. Negative where it is slower.</summary>
    public Scalar Faster => Result("faster by", () => SpeedUp - 1);

    /// <summary>Part of the time that is saved: 1 - 1 / speed-up. Negative where it is slower.</summary>
    public Scalar TimeSaved => Result("time saved", () => 1 - (TimeAfter / TimeBefore));

    /// <summary>How many times smaller as stored. Zeros of pruning need not be stored, but are loaded like other weights: see <see cref="Model.LoadedBytes"/>.</summary>
    public Scalar SizeRatio => Result("times smaller", () => Before.WeightBytes / After.WeightBytes);

    /// <summary>How many times as fast the whole request is.</summary>
    public Scalar EndToEndSpeedUp => Result("end-to-end speed-up", () => 1 / ((1 - ModelShare) + (ModelShare / SpeedUp)));

    /// <summary>Part of the time of the whole request that is saved.</summary>
    public Scalar EndToEndTimeSaved => Result("end-to-end time saved", () => ModelShare * TimeSaved);

    /// <summary>Spend on the machines that run the model after, busy as before: cost before x time after / time before. Null without a cost.</summary>
    public Spend? CostAfter => CostBefore is null ? null : Result("cost after", () => CostBefore * (TimeAfter / TimeBefore));

    /// <summary>What is saved; null without a cost.</summary>
    public Spend? CostSaved => CostBefore is null ? null : Result("cost saved", () => CostBefore - CostAfter!);

    /// <summary>Quality kept, as the changes of the model after say; null where none did.</summary>
    public Fraction? QualityKept => After.QualityKept;

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        [SpeedUp, Faster, TimeSaved, EndToEndSpeedUp, .. Given(QualityKept), SizeRatio, EndToEndTimeSaved, .. Given(CostAfter), .. Given(CostSaved)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => SpeedUp.IsFeasible ? [Said, .. Unclear] : [];

    private static IEnumerable<IQuantity> Given(IQuantity? result) => result is null ? [] : [result];

    private Finding Said => new(Severity.Note, FindingCodes.CompressionGain, Wording, SpeedUp);

    private string Wording => SpeedUp.Value >= 1
        ? Text.Of($"{After.Title}: {SpeedUp.Value:0.##} times as fast. {Faster.Value:0.#%} faster is {TimeSaved.Value:0.#%} less time; {Faster.Value:0.#%} less time would be {Other}. {Request}")
        : Text.Of($"{After.Title}: slower, it takes {1 / SpeedUp.Value:0.##} times as long. {Request}");

    private string Request => Text.Of($"A request of which the model is {ModelShare.Value:0.#%} gets {EndToEndSpeedUp.Value:0.###} times as fast.");

    private string Other => Faster.Value < 1 ? Text.Of($"{1 / (1 - Faster.Value):0.##} times as fast") : "no time at all";

    private IEnumerable<Finding> Unclear
    {
        get
        {
            if (QualityKept is null)
                yield return new(Severity.Warning, FindingCodes.CompressionGain, $"What {After.Title} costs in quality is not stated; measure it on your data.", SpeedUp);
        }
    }

    /// <summary>From two predicted steps of the models: what such changes keep of a promised speed-up is counted.</summary>
    /// <param name="steps">The steps before and after.</param>
    /// <param name="before">The model before.</param>
    /// <param name="after">The model after.</param>
    /// <param name="modelShare">The model's share of the time of a request before.</param>
    public static CompressionGain FromSteps(StepGain steps, Model before, Model after, Fraction modelShare) => new()
    {
        Before = before,
        After = after,
        TimeBefore = Require.NotNull(steps, nameof(steps)).TimeBefore,
        TimeAfter = steps.TimeAfter,
        ModelShare = modelShare,
    };

    /// <summary>From rates in place of times: the time of one is 1 / rate.</summary>
    /// <param name="before">The model before.</param>
    /// <param name="after">The model after.</param>
    /// <param name="rateBefore">Work a second before, above 0.</param>
    /// <param name="rateAfter">The same work a second after, above 0.</param>
    /// <param name="modelShare">The model's share of the time of a request before.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not above 0.</exception>
    public static CompressionGain FromRates(Model before, Model after, Rate rateBefore, Rate rateAfter, Fraction modelShare) => new()
    {
        Before = before,
        After = after,
        TimeBefore = 1 / Require.Positive(rateBefore, "rate before"),
        TimeAfter = 1 / Require.Positive(rateAfter, "rate after"),
        ModelShare = modelShare,
    };
}
