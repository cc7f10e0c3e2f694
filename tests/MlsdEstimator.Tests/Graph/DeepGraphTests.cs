namespace MlsdEstimator.Tests;

/// <summary>Walks are iterative: a stack of 256 kB, too small for a frame for each, is enough for 100,000 steps; the long texts are made of fewer.</summary>
public class DeepGraphTests
{
    private const int Depth = 100_000;

    [Fact]
    public void Chain_of_operations_is_built_explained_and_simulated() => OnSmallStack(() =>
    {
        Scalar x = Uncertain.Uniform(0, 1).AsScalar().Named("start");
        Scalar sum = x;
        for (int i = 0; i < Depth; i++)
            sum += 1;
        Assert.Equal(100_000.5, sum.Value, 1e-6);
        Assert.Equal(100_000.5, sum.Simulate(new SimulationOptions { Samples = 100 }).Median.Value, 0.5);
        Assert.Empty(sum.Aspects);
        Assert.Equal("input", Deepest(sum.Explain()).Operation);
    });

    [Fact]
    public void Chain_of_named_steps_is_built_explained_and_simulated() => OnSmallStack(() =>
    {
        Scalar sum = Uncertain.Uniform(0, 1).AsScalar().Named("start");
        for (int i = 0; i < Depth / 10; i++)
            sum = (sum + 1).Named("step");
        Assert.Equal(10_000.5, sum.Simulate(new SimulationOptions { Samples = 100 }).Median.Value, 0.5);
        Assert.Equal(Depth / 10, sum.Explain().ToMarkdown().Split('\n').Count(line => line.Contains("step = ", StringComparison.Ordinal)));
    });

    [Fact]
    public void Long_chain_is_written_in_every_form() => OnSmallStack(() =>
    {
        Scalar sum = Uncertain.Uniform(0, 1).AsScalar().Named("start");
        for (int i = 0; i < Depth / 10; i++)
            sum += 1;
        Derivation steps = sum.Explain();
        Assert.StartsWith("start + 1 + 1", steps.ToString(), StringComparison.Ordinal);
        Assert.Contains("n0[\"start<br/>", steps.ToMermaid(), StringComparison.Ordinal);
        Assert.Contains("\"step\": 1000,", steps.ToJson(), StringComparison.Ordinal);
    });

    [Fact]
    public void Tower_of_labels_is_transparent() => OnSmallStack(() =>
    {
        Scalar labelled = Uncertain.Uniform(0, 1).AsScalar().Marked(Aspect.Peak);
        for (int i = 0; i < Depth; i++)
            labelled = labelled.Named("label");
        Assert.Equal([Aspect.Peak], labelled.Aspects);
        Assert.Equal(0.5, labelled.Value);
        Assert.Equal(0.5, labelled.Simulate(new SimulationOptions { Samples = 1000 }).Median.Value, 0.1);
    });

    [Fact]
    public void Chain_of_infeasible_steps_finds_its_reason() => OnSmallStack(() =>
    {
        Scalar none = Quantity.Infeasible<Scalar>("overload");
        for (int i = 0; i < Depth; i++)
            none += 1;
        Assert.Equal("This scalar is infeasible: overload.", Assert.Throws<EstimateException>(() => none.Value).Message);
    });

    [Fact]
    public void Shared_steps_are_visited_once()
    {
        Scalar x = Uncertain.Uniform(1, 2).AsScalar();
        for (int i = 0; i < 200; i++)
            x = x / 2 + x / 2;
        Assert.Equal(1.5, x.Value, 1e-12);
        Assert.Equal(1.5, x.Simulate(new SimulationOptions { Samples = 1000 }).Median.Value, 0.1);
        Assert.Equal(1001, GraphWalk.OperandsFirst([x.Node]).Count);
    }

    private static Derivation Deepest(Derivation step)
    {
        while (step.Operands.Count > 0)
            step = step.Operands[0];
        return step;
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
