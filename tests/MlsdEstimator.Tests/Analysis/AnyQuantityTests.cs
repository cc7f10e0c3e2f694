namespace MlsdEstimator.Tests;

/// <summary>Readings of quantities known only as IQuantity say what the typed readings say.</summary>
public class AnyQuantityTests
{
    private readonly Scalar users = 100e6.To(1e9, best: 500e6).Named("users");
    private readonly Scalar perUser = 3.To(30, best: 10).Named("requests per user");
    private readonly Rate peak;

    public AnyQuantityTests() => peak = (users * perUser * 2 / Duration.Day).Named("peak QPS");

    private IQuantity Users => users;

    private IQuantity Peak => peak;

    [Fact]
    public void Simulation_draws_the_same()
    {
        var options = new SimulationOptions { Samples = 1024, Seed = 3 };
        IEstimate any = Peak.Simulate(options);
        Estimate<Rate> typed = peak.Simulate(options);
        Assert.Equal((typed.Low.BaseValue, typed.High.BaseValue, 1024), (any.Low.BaseValue, any.High.BaseValue, any.Samples));
        Assert.IsType<Rate>(any.Median);
    }

    /// <summary>users x requests x 2 / 86,400 s at the ends of each input: 34.7 k/s and 347 k/s; 23.1 k/s and 231 k/s.</summary>
    [Fact]
    public void Sensitivities_are_those_of_the_type()
    {
        IReadOnlyList<ISensitivity> drivers = Peak.Sensitivities();
        Assert.Equal(["requests per user", "users"], drivers.Select(driver => driver.Input.Name));
        Assert.All(drivers, driver => Assert.Equal(1, driver.Elasticity, 1e-9));
        Assert.Equal([34_722.2, 23_148.1], drivers.Select(driver => Math.Round(driver.AtLow.BaseValue, 1)));
        Assert.Equal([347_222.2, 231_481.5], drivers.Select(driver => Math.Round(driver.AtHigh.BaseValue, 1)));
        IReadOnlyList<Sensitivity<Rate>> typed = peak.Sensitivities();
        Assert.Equal(typed.Select(driver => driver.VarianceShare), drivers.Select(driver => driver.VarianceShare));
        Assert.Equal(typed.Select(driver => driver.VarianceShareError), drivers.Select(driver => driver.VarianceShareError));
        Assert.Equal(typed.Select(driver => driver.TotalVarianceShare), drivers.Select(driver => driver.TotalVarianceShare));
        Assert.Equal(typed.Select(driver => driver.TotalVarianceShareError), drivers.Select(driver => driver.TotalVarianceShareError));
        Assert.Equal(typed.Select(driver => (driver.Label, driver.VarianceNote)), drivers.Select(driver => (driver.Label, driver.VarianceNote)));
        Assert.NotEqual(peak.Sensitivities(new SimulationOptions { Seed = 5 })[0].VarianceShare, drivers[0].VarianceShare);
    }

    /// <summary>200,000 x 86,400 / (2 x 10) = 864 M users.</summary>
    [Fact]
    public void Goal_seek_finds_the_same_value()
    {
        IGoal goal = Peak.SolveForAny(Users, 200_000.PerSecond);
        Assert.Equal(864e6, goal.Value.BaseValue, 1);
        Assert.IsType<Scalar>(Assert.Single(goal.Solutions));
        Assert.False(goal.IsUnrounded);
        Assert.Equal("peak QPS is 200 k/s at users = 864 M.", goal.Explanation);
        Assert.Equal(peak.SolveFor(users, 200_000.PerSecond, confidence: 0.9).Value.Value, Peak.SolveForAny(Users, 200_000.PerSecond, confidence: 0.9).Value.BaseValue);
    }

    [Fact]
    public void Goal_seek_refuses_a_target_of_another_type()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("target", () => Peak.SolveForAny(Users, 5.Megabytes));
        Assert.StartsWith("'target' is 5 MB, a data size, but 'peak QPS' is a rate; give a rate.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_tabulates_the_same()
    {
        Sweep table = Sweep.OfAny(Users, (Scalar)100e6, (Scalar)400e6, 2, [Peak]);
        Assert.Equal([100e6, 400e6], table.Rows.Select(row => row.Inputs[0].BaseValue));
        Assert.Equal([23_148.1, 92_592.6], table.Rows.Select(row => Math.Round(row.Outputs[0].BaseValue, 1)));
        Assert.Equal([1, 10, 100], Sweep.OfAny(Users, (Scalar)1, (Scalar)100, 3, [Peak], isLogarithmic: true).Rows.Select(row => Math.Round(row.Inputs[0].BaseValue, 9)));
    }

    [Fact]
    public void Sweep_of_two_inputs_tabulates_the_same()
    {
        Sweep grid = Sweep.OfAny((Users, (Scalar)1, (Scalar)2, 2), (perUser, (Scalar)10, (Scalar)30, 3), [(users * perUser).Named("requests")]);
        Assert.Equal([10, 20, 30, 20, 40, 60], grid.Rows.Select(row => row.Outputs[0].BaseValue));
        Assert.StartsWith("'users' is swept twice", Assert.Throws<ArgumentException>("second", () => Sweep.OfAny((Users, (Scalar)1, (Scalar)2, 2), (Users, (Scalar)1, (Scalar)2, 2), [Peak])).Message, StringComparison.Ordinal);
        Sweep ratios = Sweep.OfAny((Users, (Scalar)1, (Scalar)100, 2), (perUser, (Scalar)2, (Scalar)8, 3), [Peak], isLogarithmic: true);
        Assert.Equal(4, ratios.Rows[1].Inputs[1].BaseValue, 1e-12);
    }

    [Fact]
    public void Sweep_refuses_an_end_of_another_type()
    {
        ArgumentException from = Assert.Throws<ArgumentException>("from", () => Sweep.OfAny(Users, 2.Hours, (Scalar)5, 2, [Peak]));
        Assert.StartsWith("'from' is 2 h, a duration, but 'users' is a scalar; give a scalar.", from.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("to", () => Sweep.OfAny(Users, (Scalar)5, 2.Hours, 2, [Peak]));
    }

    [Fact]
    public void Comparison_ranks_the_same()
    {
        IQuantity usage = perUser * 10.DollarsPerMonth, flat = 120.DollarsPerMonth;
        IComparison found = Comparison.OfAny(new SimulationOptions(), ("flat", flat), ("usage", usage));
        Assert.Equal(["usage", "flat"], found.Ranking.Select(alternative => alternative.Name));
        Assert.Equal("usage", found.Best.Name);
        Assert.Same(usage, found.Best.Subject);
        Assert.Equal(0.6076, found.Best.ProbabilityBest.Value, 0.01); // Phi(1.64485 ln 1.2 / ln 3)
        Assert.Equal("$30/month", found.Best.Belief.Low.ToString());
        Assert.Equal("~$20/month", found.Difference.ToString());
        Assert.Equal("$20/month", found.DifferenceBelief.Median.ToString());
        Assert.All(found.Ranking, alternative => Assert.True(alternative.IsFeasible));
        Assert.Equal((false, 0), (found.MoreIsBetter, found.NoneFeasible.Value));
    }

    /// <summary>10 a request against 120: equal at 12 requests.</summary>
    [Fact]
    public void Crossings_are_those_of_the_type()
    {
        IComparison costs = Comparison.OfAny(new SimulationOptions { Samples = 1024 }, ("flat", 120.DollarsPerMonth), ("usage", perUser * 10.DollarsPerMonth));
        ICrossings along = costs.CrossingsAlongAny(perUser, (Scalar)2, (Scalar)22, steps: 5);
        ICrossing found = Assert.Single(along.Found);
        Assert.Equal(12, found.At.BaseValue, 1e-6);
        Assert.Equal(("usage", "flat", CrossingKind.Equal), (found.Before, found.After, found.Kind));
        Assert.Equal(["usage", "flat"], along.Alternatives);
        Assert.Equal([2, 7, 12, 17, 22], along.Rows.Select(row => row.At.BaseValue));
        Assert.Equal([1, 1, 0.5, 0, 0], along.Rows.Select(row => row.ProbabilityBest[0].Value));
        Assert.Equal(("usage", 0), (along.Rows[0].Best, along.Rows[0].NoneFeasible.Value));
        Assert.False(along.IsUnrounded);
        Assert.Equal("For requests per user between 2 and 22: usage until 12, then flat.", along.Explanation);
        Assert.Throws<ArgumentException>("from", () => costs.CrossingsAlongAny(perUser, 2.Hours, (Scalar)3, steps: 2));
        Assert.Throws<ArgumentException>("to", () => costs.CrossingsAlongAny(perUser, (Scalar)3, 2.Hours, steps: 2));
        Assert.Throws<ArgumentNullException>("input", () => costs.CrossingsAlongAny(null!, (Scalar)2, (Scalar)3, steps: 2));
        Assert.Equal(3, costs.CrossingsAlongAny(perUser, (Scalar)1, (Scalar)9, steps: 3, isLogarithmic: true).Rows[1].At.BaseValue, 1e-9);
    }

    [Fact]
    public void Comparison_refuses_mixed_types_and_too_few()
    {
        ArgumentException mixed = Assert.Throws<ArgumentException>("alternatives", () => Comparison.OfAny(new SimulationOptions(), ("a", Peak), ("b", Users)));
        Assert.StartsWith("'alternatives' is ~500 M, a scalar, but 'peak QPS' is a rate; give a rate.", mixed.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("alternatives", () => Comparison.OfAny(new SimulationOptions(), ("a", Peak)));
        Assert.Throws<ArgumentException>("alternatives", () => Comparison.OfAny(new SimulationOptions()));
        Assert.Throws<ArgumentNullException>("options", () => Comparison.OfAny(null!, ("a", Peak), ("b", Peak)));
        Assert.Throws<ArgumentNullException>("alternatives", () => Comparison.OfAny(new SimulationOptions(), ("a", Peak), ("b", null!)));
        Assert.Throws<ArgumentNullException>("alternatives", () => Comparison.OfAny(new SimulationOptions(), ("a", null!), ("b", Peak)));
    }

    [Fact]
    public void Nothing_is_no_quantity()
    {
        IQuantity none = null!;
        Assert.Throws<ArgumentNullException>("quantity", () => none.Simulate());
        Assert.Throws<ArgumentNullException>("quantity", () => none.Sensitivities());
        Assert.Throws<ArgumentNullException>("quantity", () => none.SolveForAny(Users, Peak));
        Assert.Throws<ArgumentNullException>("input", () => Peak.SolveForAny(none, 5.PerSecond));
        Assert.Throws<ArgumentNullException>("target", () => Peak.SolveForAny(Users, none));
        Assert.Throws<ArgumentNullException>("input", () => Sweep.OfAny(none, (Scalar)1, (Scalar)2, 2, [Peak]));
        Assert.Throws<ArgumentNullException>("from", () => Sweep.OfAny(Users, none, (Scalar)2, 2, [Peak]));
    }
}
