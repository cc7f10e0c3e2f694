namespace MlsdEstimator.Tests;

public class ParallelLayoutTests
{
    [Fact]
    public void Devices_are_the_product()
    {
        var layout = new ParallelLayout { TensorParallel = 2, PipelineStages = 3, AttentionReplicas = 4 };

        Assert.Equal(24, layout.Devices.Value);
        Assert.Equal("TP2 x PP3 x attention DP4", layout.ToString());
        Assert.True(layout.KeepsStagesBusy);
        Assert.Equal("one device", ParallelLayout.Single.ToString());
        Assert.Equal("TP8", ParallelLayout.Tensor(8).ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(-2)]
    [InlineData(double.NaN)]
    public void Counts_are_whole_and_at_least_1(double count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ParallelLayout.Tensor(count));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParallelLayout { PipelineStages = count });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParallelLayout { AttentionReplicas = count });
    }
}
