namespace MlsdEstimator;

/// <summary>What making a student costs, and after how many examples it is earned back.</summary>
/// <remarks>
/// Labelling = examples x teacher's cost of one. Training = 3 x student FLOPs x examples x epochs (forward, and backward at twice the cost) at a part of the peak, paid by the hour.
/// Break-even = (labelling + training) / (teacher's - student's cost of an example). People's time, failed attempts and the search for a student's shape are not in it.
/// </remarks>
public sealed record DistillationPayback : Estimator
{
    /// <summary>The student. An example is what its FLOPs are counted for; a token for a transformer.</summary>
    public required Model Student { get; init => field = Require.NotNull(value, "student"); }

    /// <summary>Examples the teacher labels, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Examples { get; init => field = Require.Positive(value, "examples to label"); }

    /// <summary>Times the student sees each of them, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Epochs { get; init => field = Require.Positive(value, "epochs"); }

    /// <summary>What the teacher costs for one example, in serving and in labelling; above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Money TeacherPerExample { get; init => field = Require.Positive(value, "teacher's cost of an example"); }

    /// <summary>What the student costs for one example in serving, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public required Money StudentPerExample { get; init => field = Require.NonNegative(value, "student's cost of an example"); }

    /// <summary>Device the student is trained on.</summary>
    public required Accelerator Trainer { get; init => field = Require.NotNull(value, "training device"); }

    /// <summary>Part of its peak that training reaches, above 0. Usual: 0.3 to 0.5 for transformers, far less for rankers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Fraction TrainingUtilisation { get; init => field = Require.PositiveFraction(value, "FLOP utilisation, training"); }

    /// <summary>Price of an hour of it, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public required Spend TrainerPrice { get; init => field = Require.NonNegative(value, "price of the training device"); }

    /// <summary>Examples served a second, above 0, or null when the time of the payback is not asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Rate? Volume { get; init => field = value is null ? null : Require.Positive(value, "examples served"); }

    /// <summary>Cost of the teacher's labels.</summary>
    public Money Labelling => Result("labelling", () => Examples * TeacherPerExample);

    /// <summary>Operations of the student's training.</summary>
    public FlopCount TrainingFlops => Result("training FLOPs", () => ModelDefaults.ForwardsPerTrainingStep * Student.FlopsPerExample * Examples * Epochs);

    /// <summary>Time on one training device.</summary>
    public Duration TrainingTime => Result("training, device time", () => TrainingFlops / (Trainer.PeakFor(Student) * TrainingUtilisation));

    /// <summary>Cost of the training.</summary>
    public Money Training => Result("training", () => TrainerPrice * TrainingTime);

    /// <summary>Cost of both.</summary>
    public Money Once => Result("cost of the student", () => Labelling + Training);

    /// <summary>What each example served by the student saves; negative where the student costs more.</summary>
    public Money SavedPerExample => Result("saved per example", () => TeacherPerExample - StudentPerExample);

    /// <summary>Examples after which it is earned back; infeasible where an example saves nothing.</summary>
    public Scalar BreakEvenVolume => Result(
        "break-even volume",
        () => (Once / SavedPerExample).FeasibleWhen(SavedPerExample > Money.Zero, "the student costs as much as its teacher, so its making is never earned back; serve it on a cheaper device or make it smaller"));

    /// <summary>Time after which it is earned back; null without a volume.</summary>
    public Duration? BreakEvenTime => Volume is null ? null : Result("break-even time", () => BreakEvenVolume / Volume);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        [Labelling, TrainingFlops, TrainingTime, Training, Once, SavedPerExample, BreakEvenVolume, .. BreakEvenTime is null ? [] : new IQuantity[] { BreakEvenTime }];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        BreakEvenVolume.IsFeasible ? [] : [new Finding(Severity.Error, FindingCodes.Infeasible, Infeasibility.Message(BreakEvenVolume.Node), BreakEvenVolume)];
}
