using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>The backward pass against central differences of the forward one.</summary>
public class GradientLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true);

    private readonly record struct Wave : IFunction
    {
        public string Name => "wave";

        public int OutputCount => 2;

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs) =>
            (outputs[0], outputs[1]) = (2 + Math.Sin(inputs[0]) * Math.Cos(inputs[1]), 1 + inputs[0] / (1 + inputs[1]));
    }

    [Fact]
    public void Gradient_equals_central_differences_for_smooth_graphs() => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), Agrees).Check(Laws);

    private static void Agrees(int seed)
    {
        var random = new Random(seed);
        (Node[] inputs, Node root) = SmoothGraph(random);
        var evaluator = new Evaluator([root], inputs.ToHashSet());
        foreach (Node input in evaluator.Inputs)
            evaluator.Set(input, 0.5 + 2 * random.NextDouble());
        evaluator.Evaluate();
        double center = evaluator.Output(0);
        Assert.True(double.IsFinite(center));
        Dictionary<Node, double> gradient = evaluator.Gradient(0);
        random = new Random(seed);
        _ = SmoothGraph(random);
        foreach (Node input in evaluator.Inputs)
        {
            double at = 0.5 + 2 * random.NextDouble();
            double difference = Difference(evaluator, input, at);
            Assert.Equal(difference, gradient[input], 1e-5 * Math.Abs(difference) + 1e-7 * Math.Abs(center));
        }
    }

    private static double Difference(Evaluator evaluator, Node input, double at)
    {
        const double step = 1e-6;
        double above = At(evaluator, input, at + step), below = At(evaluator, input, at - step);
        evaluator.Set(input, at);
        return (above - below) / (2 * step);
    }

    private static double At(Evaluator evaluator, Node input, double value)
    {
        evaluator.Set(input, value);
        evaluator.Evaluate();
        return evaluator.Output(0);
    }

    /// <summary>Every value stays positive, so that no root, logarithm or quotient leaves its domain.</summary>
    private static (Node[] Inputs, Node Root) SmoothGraph(Random random)
    {
        Scalar[] inputs = [1.To(2), 1.To(3), Scalar.FromNumber(1.5), Scalar.FromNumber(1.5)];
        List<Scalar> values = [.. inputs, Scalar.FromNumber(0.7)];
        for (int step = 0; step < 15; step++)
            values.Add(SmoothStep(random, values));
        return ([.. inputs.Select(input => input.Node)], (values[^1] + values[^2] + values[^3]).Node);
    }

    private static Scalar SmoothStep(Random random, List<Scalar> values)
    {
        Scalar a = values[random.Next(values.Count)], b = values[random.Next(values.Count)];
        return random.Next(12) switch
        {
            0 => a + b,
            1 => a * b / (1 + b),
            2 => a / (0.5 + b),
            3 => a - 0.5 * a / (1 + b),
            4 => a.Pow(b / (1 + b)),
            5 => a.Sqrt(),
            6 => (1 + a).Log(),
            7 => (-a / (1 + b)).Exp(),
            8 => a.FeasibleWhen(b > -1, "never"),
            9 => Quantity.If<Scalar>(b > -1, a, b),
            10 => Scalar.Max(a, -b) + Scalar.Min(-a, b) + 2 * a,
            _ => Quantity.Functions<Scalar>(new Wave(), a, b)[random.Next(2)],
        };
    }
}
