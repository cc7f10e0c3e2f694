namespace MlsdEstimator.Tests;

public class DrawPlanTests
{
    [Theory]
    [InlineData(16_384, 16, 16_384, 1_024)]
    [InlineData(16_385, 16, 32_768, 1_024)]
    [InlineData(4_000, 16, 4_096, 256)]
    [InlineData(2, 16, 16, 1)]
    [InlineData(2, 1, 2, 2)]
    [InlineData(100_000, 1, 131_072, 1_024)]
    [InlineData(100, 64, 128, 2)]
    public void Sobol_draws_are_a_power_of_two_for_each_randomisation(int samples, int randomisations, int draws, int chunk)
    {
        var plan = new DrawPlan(new SimulationOptions { Samples = samples, Randomisations = randomisations });
        Assert.Equal((draws, chunk, randomisations), (plan.Samples, plan.ChunkLength, plan.Replicates));
    }

    /// <summary>Chunks of random draws start at a multiple of 8, as point sets need.</summary>
    [Theory]
    [InlineData(3, 8)]
    [InlineData(3_000, 192)]
    [InlineData(100_000, 1_024)]
    public void Random_draws_are_as_many_as_asked(int samples, int chunk)
    {
        var plan = new DrawPlan(new SimulationOptions { Samples = samples, Method = SimulationMethod.Random });
        Assert.Equal((samples, chunk), (plan.Samples, plan.ChunkLength));
        Assert.Equal(0, plan.ChunkLength % 8);
    }

    /// <summary>2,048 draws with calls, of 16 randomisations at 128 each; a decision with one randomisation still leaves work for several threads.</summary>
    [Theory]
    [InlineData(16_384, 16, 128)]
    [InlineData(512, 1, 128)]
    [InlineData(64, 1, 64)]
    [InlineData(16_384, 64, 32)]
    public void Draws_with_calls_come_in_smaller_chunks(int samples, int randomisations, int chunk) =>
        Assert.Equal(chunk, new DrawPlan(new SimulationOptions { Samples = samples, Randomisations = randomisations }, callsFunctions: true).ChunkLength);

    [Fact]
    public void Chunks_take_the_randomisations_in_turn()
    {
        var plan = new DrawPlan(new SimulationOptions { Samples = 65_536 });
        var draws = new double[65_536];
        plan.Fill(2, draws);
        var points = new double[4_096];
        new SobolPoints(SimulationOptions.DefaultSeed).Randomised(5).Fill(2, 0, points);
        Assert.Equal(points[..1_024], draws[5_120..6_144]);
        Assert.Equal(points[1_024..2_048], draws[21_504..22_528]);
        Assert.Equal(64, plan.Chunks(65_536));
        Assert.Equal(65, plan.Chunks(65_537));
    }

    /// <summary>Each randomisation of 64 points has one in each of 64 equal cells, and no two have the same points.</summary>
    [Fact]
    public void Every_randomisation_covers_the_whole_range()
    {
        for (int randomisation = 0; randomisation < 16; randomisation++)
        {
            var points = new double[64];
            new SobolPoints(7).Randomised(randomisation).Fill(3, 0, points);
            Assert.Equal(Enumerable.Range(0, 64), points.Select(point => (int)(64 * point)).Order());
        }
        var first = new double[8];
        var second = new double[8];
        new SobolPoints(7).Randomised(0).Fill(3, 0, first);
        new SobolPoints(7).Randomised(1).Fill(3, 0, second);
        Assert.Empty(first.Intersect(second));
    }

    /// <summary>Results that call functions have fewer draws, and these are the first draws of the others.</summary>
    [Fact]
    public void Draws_of_costly_results_are_the_first_of_all()
    {
        Scalar x = (1.2, 1.5, 1.8);
        Scalar costly = Quantity.Table<Scalar, Scalar>(x, (0, 0), (20, 20));
        using var run = Simulation.Run([x, costly]);
        (double[] all, double[] few) = (run.ColumnOf(x.Node).Draws, run.ColumnOf(costly.Node).Draws);
        Assert.Equal((16_384, 2_048), (all.Length, few.Length));
        Assert.All(few.Zip(all), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.Equal(0, new DrawPlan(run.Options, callsFunctions: true).Source(16).Start - 128);
        Assert.True(run.Of(costly).MeanError.Value > 0);
    }
}
