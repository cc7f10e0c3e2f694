namespace MlsdEstimator;

/// <summary>
/// What measurements left of the inputs: narrowed, and correlated as the data made them. Any quantity over these inputs can be read from it, also one built later,
/// in the next worksheet; it can be measured further, saved, and loaded.
/// </summary>
/// <example>
/// <code>
/// Posterior tested = run.Given(peak, 60_000.PerSecond, 2.Percent).Given(stored, 41.Terabytes, 1.Percent);
/// Console.WriteLine(tested.Of(nextYear.Cost));            // of a worksheet that was built later, over the same inputs
/// File.WriteAllText("tested.json", tested.ToJson());
/// Posterior loaded = Posterior.FromJson(File.ReadAllText("tested.json"), users, requests);
/// </code>
/// </example>
public sealed class Posterior
{
    /// <summary>
    /// A reading that has, under the model, a smaller probability of lying so far out is refused as impossible: 4.9 standard deviations. A model with honest ranges
    /// meets one in a million tests.
    /// </summary>
    public const double LeastProbability = 1e-6;

    /// <summary>
    /// Largest standard error of the mean of any input, as a part of its standard deviation: beyond it the result is refused. 100 effective independent draws reach it.
    /// </summary>
    public const double MostRelativeError = 0.1;

    private readonly PosteriorState origin;
    private readonly IReadOnlyList<MeasurementFit> earlier;
    private readonly IReadOnlyList<Measurement> measurements;

    private Posterior(PosteriorState origin, IReadOnlyList<MeasurementFit> earlier, IReadOnlyList<Measurement> measurements, PosteriorState state)
    {
        (this.origin, this.earlier, this.measurements, State) = (origin, earlier, measurements, state);
        Inputs = [.. state.Inputs.Select(input => new NarrowedInput(input.Leaf, input.Name, state)).OrderByDescending(input => input.Narrowing)];
        EffectiveSamples = WeightedDraws.Effective(state.Weights);
        ImpossibleMeasurement.RefuseUncertain(Inputs, state);
    }

    /// <summary>The measurements, each beside what the model said before all of them.</summary>
    public IReadOnlyList<MeasurementFit> Measurements { get; private init; } = [];

    /// <summary>The inputs that the measurements are about, the most narrowed first.</summary>
    public IReadOnlyList<NarrowedInput> Inputs { get; }

    /// <summary>Number of draws.</summary>
    public int Samples => State.Count * PosteriorState.Replicates;

    /// <summary>
    /// Draws of equal weight that would tell as much: (sum of weights)^2 / (sum of their squares). A rule for independent draws: quasi-random ones do better, and the
    /// standard errors say how much.
    /// </summary>
    public double EffectiveSamples { get; }

    /// <summary>Largest standard error of the mean of any input, as a part of its standard deviation; at most <see cref="MostRelativeError"/>.</summary>
    public double LargestError => Inputs.Max(input => input.RelativeError);

    internal PosteriorState State { get; }

    /// <summary>Narrows further. The same as giving all measurements at once.</summary>
    /// <inheritdoc cref="GivenExtensions.Given{T}(Simulation, Quantity{T}, T, Fraction)"/>
    public Posterior Given<T>(Quantity<T> quantity, T measured, Fraction relativeError)
        where T : Quantity<T>, IQuantity<T> => Given(Measurement.Of(quantity, measured, relativeError));

    /// <summary>Narrows further. The same as giving all measurements at once; after loading, the loaded draws are weighted anew.</summary>
    /// <param name="measurements">At least one.</param>
    /// <exception cref="ArgumentException">None is given, or one does not state what decides its answer.</exception>
    /// <exception cref="EstimateException">They are impossible under the model, contradict what is known, or too few draws agree with them.</exception>
    public Posterior Given(params IReadOnlyList<Measurement> measurements)
    {
        Require.NotEmpty(measurements, nameof(measurements));
        return Of(origin, earlier, [.. this.measurements, .. measurements]);
    }

    /// <summary>What is believed about a quantity now: an input, or anything computed from inputs.</summary>
    /// <param name="quantity">Any quantity.</param>
    public PosteriorEstimate<T> Of<T>(Quantity<T> quantity)
        where T : Quantity<T>, IQuantity<T> => Simulate(Require.NotNull(quantity, nameof(quantity))).Of(quantity);

    /// <inheritdoc cref="Of{T}(Quantity{T})"/>
    public IEstimate Of(IQuantity quantity) => Simulate(Require.NotNull(quantity, nameof(quantity))).Of(quantity);

    /// <summary>Draws quantities together. Inputs that the measurements are about are drawn as they left them, all others from their own ranges.</summary>
    /// <param name="quantities">At least one; also quantities that were built after the measurements.</param>
    /// <exception cref="ArgumentException">None is given.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public PosteriorSimulation Simulate(params IReadOnlyList<IQuantity> quantities)
    {
        Require.NotEmpty(quantities, nameof(quantities));
        foreach (IQuantity quantity in quantities)
            Require.NotNull(quantity, nameof(quantities));
        return new PosteriorSimulation(State, quantities);
    }

    /// <summary>Correlation of two inputs after the measurements, between their standard-normal scores: for log-normal inputs, between their logarithms.</summary>
    /// <param name="first">An input that the measurements are about.</param>
    /// <param name="second">Another one.</param>
    /// <exception cref="ArgumentException">The measurements are not about one of them.</exception>
    public double Correlation(IQuantity first, IQuantity second) =>
        WeightedCorrelation.Of(Find(first, nameof(first)).Scores, Find(second, nameof(second)).Scores, State.Weights);

    /// <summary>The state as JSON: inputs by name with weighted draws. The schema is in docs/conditioning.md.</summary>
    /// <exception cref="EstimateException">An input has no name, or two have one.</exception>
    public string ToJson() => PosteriorJson.Write(this);

    /// <summary>Loads a state that <see cref="ToJson"/> saved, for inputs of the same names and ranges.</summary>
    /// <remarks>Inputs of the file that are not given are averaged over. Later measurements weigh the loaded draws anew.</remarks>
    /// <param name="json">The file's text.</param>
    /// <param name="inputs">Inputs that take what the file knows about the input of their name.</param>
    /// <exception cref="FormatException">The text is not such a state; the message gives the JSON path.</exception>
    /// <exception cref="ArgumentException">An input is computed or unnamed, the file does not know its name, or knows it with another unit, range or correlation.</exception>
    public static Posterior FromJson(string json, params IReadOnlyList<IQuantity> inputs) => PosteriorBinding.Load(json, inputs);

    /// <summary>The measurements, a table of the inputs before and after, the strongest correlations, and how far the draws carry.</summary>
    public override string ToString() => PosteriorText.Of(this);

    /// <summary>Updates a state by all measurements made since it.</summary>
    internal static Posterior Of(PosteriorState origin, IReadOnlyList<MeasurementFit> earlier, IReadOnlyList<Measurement> measurements)
    {
        Require.NotEmpty(measurements, nameof(measurements));
        foreach (Measurement measurement in measurements)
            Require.NotNull(measurement, nameof(measurements));
        PosteriorFit fit = PosteriorFit.Of(origin, measurements);
        return new Posterior(origin, earlier, measurements, fit.State) { Measurements = [.. earlier, .. fit.Predictions.Select(one => new MeasurementFit(one))] };
    }

    /// <summary>A state that was loaded.</summary>
    internal static Posterior Of(PosteriorState loaded, IReadOnlyList<MeasurementFit> earlier) => new(loaded, earlier, [], loaded) { Measurements = earlier };

    private NarrowedInput Find(IQuantity input, string parameter)
    {
        Node? leaf = NamedInputs.Varied(Require.NotNull(input, parameter).Node.Bare);
        return Inputs.FirstOrDefault(known => ReferenceEquals(known.Leaf, leaf))
            ?? throw new ArgumentException($"The measurements are not about '{MeasurementStatement.NameOf(input)}'. They are about: {string.Join(", ", Inputs.Select(known => $"'{known.Name}'"))}.", parameter);
    }
}
