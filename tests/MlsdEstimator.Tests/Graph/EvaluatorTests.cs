namespace MlsdEstimator.Tests;

public class EvaluatorTests
{
    [Fact]
    public void Inputs_start_at_their_best_guess_and_move_when_set()
    {
        Scalar range = 1.To(9, best: 3), number = Scalar.FromNumber(5);
        var evaluator = new Evaluator([(range * number).Node, (range + 1).Node], new HashSet<Node> { number.Node });
        evaluator.Evaluate();
        Assert.Equal((15, 4), (evaluator.Output(0), evaluator.Output(1)));
        evaluator.Set(range.Node, 7);
        evaluator.Set(number.Node, 2);
        evaluator.Evaluate();
        Assert.Equal((14, 8), (evaluator.Output(0), evaluator.Output(1)));
        Assert.Equal([range.Node, number.Node], evaluator.Inputs.OrderBy(node => node.Nominal));
    }

    [Fact]
    public void Constant_that_is_not_varied_is_no_input()
    {
        Scalar number = Scalar.FromNumber(5);
        var evaluator = new Evaluator([(number * 2).Node]);
        evaluator.Evaluate();
        Assert.Empty(evaluator.Inputs);
        Assert.Equal(10, evaluator.Output(0));
        Assert.Empty(evaluator.Gradient(0));
    }

    [Fact]
    public void Root_may_be_an_input_itself()
    {
        Scalar range = 1.To(9, best: 3);
        var evaluator = new Evaluator([range.Node]);
        evaluator.Evaluate();
        Assert.Equal(3, evaluator.Output(0));
        Assert.Equal(1, evaluator.Gradient(0)[range.Node]);
    }

    [Fact]
    public void Ceiling_and_floor_stay_unless_left_out()
    {
        Scalar range = 1.To(9, best: 3);
        Node[] roots = [(range / 2).Ceiling().Node, (range / 2).Floor().Node];
        var rounded = new Evaluator(roots);
        var smooth = new Evaluator(roots, unrounded: true);
        rounded.Evaluate();
        smooth.Evaluate();
        Assert.Equal((2, 1), (rounded.Output(0), rounded.Output(1)));
        Assert.Equal((1.5, 1.5), (smooth.Output(0), smooth.Output(1)));
        Assert.Equal((0, 0.5), (rounded.Gradient(0)[range.Node], smooth.Gradient(1)[range.Node]));
    }

    /// <summary>Either slope is one; the first operand has it.</summary>
    [Fact]
    public void Slope_at_a_tie_is_that_of_the_first()
    {
        Scalar x = 1.To(9, best: 3), y = 1.To(9, best: 3);
        var evaluator = new Evaluator([Scalar.Min(x, y).Node, Scalar.Max(x, y).Node]);
        evaluator.Evaluate();
        Assert.Equal((1, 0), (evaluator.Gradient(0)[x.Node], evaluator.Gradient(0)[y.Node]));
        Assert.Equal((1, 0), (evaluator.Gradient(1)[x.Node], evaluator.Gradient(1)[y.Node]));
    }

    /// <summary>2^3 = 8 grows by 3 x 2^2 = 12 in the base and by 8 ln 2 in the exponent; (-2)^3 by 12 in the base, and has no slope in the exponent.</summary>
    [Fact]
    public void Slope_of_a_power_in_its_exponent_needs_a_positive_base()
    {
        Scalar x = Uncertain.Uniform(-9, 9).AsScalar(), y = 1.To(9, best: 3);
        var evaluator = new Evaluator([x.Pow(y).Node]);
        evaluator.Set(x.Node, 2);
        evaluator.Evaluate();
        Assert.Equal((12, 5.545177444479562), (evaluator.Gradient(0)[x.Node], evaluator.Gradient(0)[y.Node]));
        evaluator.Set(x.Node, -2);
        evaluator.Evaluate();
        Assert.Equal((12, 0), (evaluator.Gradient(0)[x.Node], evaluator.Gradient(0)[y.Node]));
    }

    [Fact]
    public void Infeasible_point_is_not_a_number()
    {
        Scalar load = 0.5.To(0.9);
        var evaluator = new Evaluator([load.FeasibleWhen(load < 1, "overload").Node]);
        evaluator.Set(load.Node, 1);
        evaluator.Evaluate();
        Assert.Equal(double.NaN, evaluator.Output(0));
        evaluator.Set(load.Node, 0.99);
        evaluator.Evaluate();
        Assert.Equal(0.99, evaluator.Output(0));
    }

    [Fact]
    public void Branch_that_is_not_taken_passes_no_slope()
    {
        Scalar x = 1.To(9, best: 3), y = 1.To(9, best: 3);
        var evaluator = new Evaluator([Quantity.If<Scalar>(x > 2, x * 5, (y - 10).Log()).Node]);
        evaluator.Evaluate();
        Dictionary<Node, double> gradient = evaluator.Gradient(0);
        Assert.Equal((5, 0), (gradient[x.Node], gradient[y.Node]));
    }

    [Fact]
    public void Equal_sides_of_a_minimum_or_maximum_pass_the_slope_once()
    {
        Scalar x = 1.To(9, best: 3), y = 1.To(9, best: 3);
        foreach (Scalar joined in new[] { Scalar.Min(x, y), Scalar.Max(x, y) })
        {
            var evaluator = new Evaluator([joined.Node]);
            evaluator.Evaluate();
            Assert.Equal(1, evaluator.Gradient(0).Values.Sum());
        }
    }
}
