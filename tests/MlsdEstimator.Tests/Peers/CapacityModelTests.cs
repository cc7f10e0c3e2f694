namespace MlsdEstimator.Peers.Tests;

/// <summary>The model of W1 in quantities is the model of the other programs. Expected values: SciPy, and quadrature for the statistics.</summary>
public class CapacityModelTests
{
    private readonly CapacityModel model = new();

    [Fact]
    public void Nominal_values_are_those_of_the_medians()
    {
        Assert.Equal(41145.6640619812, model.Peak.PerSecond, 6);
        Assert.Equal(1, model.FeatureBandwidth.BaseValue / 465510049.1944086, 9);
        Assert.Equal(1, model.LogStorage.BaseValue / 1.4964918977395098e15, 9);
        Assert.Equal(1, model.Machines.BaseValue);
        Assert.Equal(2007.5, model.MonthlyCost.Dollars, 9);
    }

    [Fact]
    public void Statistics_are_near_the_exact_ones()
    {
        Simulation run = Simulation.Run(model.Outputs);
        for (int output = 0; output < 3; output++)
        {
            for (int i = 0; i < 3; i++)
                Assert.InRange(run.Of(model.SmoothOutputs[output]).Quantile(ExactStatistics.Probabilities[i]).BaseValue / ExactStatistics.SmoothQuantiles[output][i], 0.98, 1.02);
        }
        Assert.InRange(run.Of(model.Peak).Mean.PerSecond / 46828.8063814, 0.99, 1.01);
        Assert.InRange(run.Of(model.Machines).Mean.BaseValue / 1.18712420526, 0.99, 1.01);
        Assert.InRange(run.Of(model.MonthlyCost).Mean.Dollars / 2383.15184205, 0.99, 1.01);
        Assert.Equal(2, run.Of(model.Machines).High.BaseValue);
    }

    [Fact]
    public void Chain_has_one_output_and_a_wide_graph_no_dead_node()
    {
        Assert.Single(GraphModel.Chain(200).Outputs);
        Assert.Equal(64, GraphModel.Wide(300).Operands.Count);
        Assert.InRange(GraphModel.Wide(300).Outputs.Count, 2, 200);
    }
}
