namespace MlsdEstimator;

/// <summary>A model given by two numbers: parameters, and operations of one example. Every weight takes part in every example.</summary>
/// <remarks>Embedding tables are not weights in this sense: they take memory but hardly any operations; see <see cref="Recommender"/>.</remarks>
/// <example>
/// <code>
/// var ranker = new CustomModel { Parameters = 10.Million, FlopsPerExample = 10.Gigaflops, Format = ModelFormat.Fp16 };
/// CustomModel small = ranker.With(new Distillation { Factor = 5, QualityKept = 97.Percent }).With(Quantization.To(ModelFormat.Int8));
/// </code>
/// </example>
public sealed record CustomModel : Model
{
    /// <summary>How weights are stored and multiplied. No default: it decides memory and speed.</summary>
    public override required ModelFormat Format { get; init => field = Require.NotNull(value, "format"); }

    /// <summary>Number of weights, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public new required Scalar Parameters { get; init => field = Require.Positive(value, "parameters"); }

    /// <summary>
    /// Operations of one forward pass for one example or request, above 0; a multiplication and an addition are two. Default: 2 x parameters (Kaplan et al. 2020).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public new FlopCount FlopsPerExample
    {
        get => Result("FLOPs per example", () => field ?? FlopCount.Flop * (Parameters * ModelDefaults.FlopsPerParameter));
        init => field = Require.Positive(value, "FLOPs per example");
    }

    /// <inheritdoc/>
    public override DataSize WeightBytes => Result("weight bytes", () => Stored(Parameters));

    private protected override Scalar AllParameters => Parameters;

    private protected override FlopCount FlopsOfExample => FlopsPerExample;

    internal override Model Resized(Func<Scalar, Scalar> parameters, Func<FlopCount, FlopCount> flops) =>
        this with { Parameters = parameters(Parameters), FlopsPerExample = flops(FlopsPerExample) };
}
