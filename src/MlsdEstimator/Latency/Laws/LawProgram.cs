namespace MlsdEstimator;

/// <summary>How a law is made from numbers, parts before the whole. Two programs with the same steps are equal: they are the key of an opaque node.</summary>
internal sealed class LawProgram : IEquatable<LawProgram>
{
    /// <summary>Scores of a common load, and their spacing: the trapezoidal rule is exact to 1e-6 for correlations up to 0.95.</summary>
    private const double HighestLoad = 5;

    private const double LoadStep = 0.25;

    /// <summary>Up to this correlation twice the spacing is as exact.</summary>
    private const double WeakCorrelation = 0.5;

    private readonly LawStep[] steps;
    private readonly bool hasCommonLoad;

    /// <param name="steps">Steps, parts before the whole.</param>
    /// <param name="hasCommonLoad">One more number follows those of the steps: how strongly the stages share a load.</param>
    public LawProgram(LawStep[] steps, bool hasCommonLoad)
    {
        (this.steps, this.hasCommonLoad) = (steps, hasCommonLoad);
        InputCount = steps.Sum(step => step.Parameters) + (hasCommonLoad ? 1 : 0);
    }

    /// <summary>Numbers it takes from the front of the inputs.</summary>
    public int InputCount { get; }

    /// <summary>The law at given numbers; null where they cannot be.</summary>
    public Law? Law(ReadOnlySpan<double> inputs)
    {
        double correlation = hasCommonLoad ? inputs[InputCount - 1] : 0;
        if (correlation == 0)
            return Law(inputs, stage => stage);
        return correlation is > 0 and < 1 ? OverLoads(inputs, correlation) : null;
    }

    public bool Equals(LawProgram? other) => other is not null && hasCommonLoad == other.hasCommonLoad && steps.AsSpan().SequenceEqual(other.steps);

    public override bool Equals(object? obj) => Equals(obj as LawProgram);

    public override int GetHashCode() => steps.Aggregate(steps.Length, (hash, step) => HashCode.Combine(hash, step.Shape, step.Parameters, step.Parts));

    private MixtureLaw? OverLoads(ReadOnlySpan<double> inputs, double correlation)
    {
        double spacing = correlation <= WeakCorrelation ? 2 * LoadStep : LoadStep;
        int nodes = (int)(2 * HighestLoad / spacing) + 1;
        (var weights, var laws) = (new double[nodes], new Law[nodes]);
        for (int node = 0; node < nodes; node++)
        {
            double load = node * spacing - HighestLoad;
            if (Law(inputs, stage => new CommonLoadLaw(stage, load, correlation)) is not Law law)
                return null;
            (weights[node], laws[node]) = (NormalTable.Density(load), law);
        }
        double sum = weights.Sum();
        return new MixtureLaw(Array.ConvertAll(weights, weight => weight / sum), laws);
    }

    private Law? Law(ReadOnlySpan<double> inputs, Func<Law, Law> atStage)
    {
        var stack = new Stack<Law>();
        foreach (LawStep step in steps)
        {
            var parts = new Law[step.Parts];
            for (int part = parts.Length - 1; part >= 0; part--)
                parts[part] = stack.Pop();
            if (LawFactory.Make(step, inputs[..step.Parameters], parts) is not Law made)
                return null;
            stack.Push(step.Shape == LawShape.Stage ? atStage(made) : made);
            inputs = inputs[step.Parameters..];
        }
        return stack.Pop();
    }
}
