namespace MlsdEstimator.Tests;

/// <summary>Nines in series and in copies. Expected values: formula_vectors a.*, by hand and SciPy's binomial law.</summary>
public class AvailabilityTests
{
    private static readonly AvailabilityChain Chain = new()
    {
        Components =
        [
            new("gateway", 99.95.Percent),
            new("features", 99.9.Percent),
            new("ranker", 99.5.Percent) { Copies = 3, Needed = 2, CommonCause = 5.Percent },
        ],
        Target = 99.8.Percent,
    };

    [Fact]
    public void Parts_in_series_multiply() =>
        Assert.Equal(0.99840064995, Availability.InSeries(Fraction.FromRatio(0.999), Fraction.FromRatio(0.9995), Fraction.FromRatio(0.9999)).Value, 1e-14);

    [Fact]
    public void Parts_in_parallel_fail_together() =>
        Assert.Equal(0.99995, Availability.InParallel(Fraction.FromRatio(0.99), Fraction.FromRatio(0.995)).Value, 1e-14);

    [Theory]
    [InlineData(0.99, 2, 1, 0.9999)]
    [InlineData(0.99, 3, 2, 0.999702)]
    [InlineData(0.99, 5, 3, 0.9999901494)]
    [InlineData(0.995, 12, 10, 0.999973413418)]
    [InlineData(0.99, 7, 5, 0.99996603747)]
    [InlineData(0.01, 101, 75, 7.279682229037046e-127)]
    [InlineData(1, 3, 3, 1)]
    [InlineData(0, 3, 1, 0)]
    public void Copies_follow_the_binomial_law(double each, int copies, int needed, double expected) =>
        Assert.Equal(expected, Availability.OfCopies(Fraction.FromRatio(each), copies, needed).Value, expected * 1e-10);

    /// <summary>0.1 x 0.01 + (0.9 x 0.01)^2 = 0.001081.</summary>
    [Fact]
    public void Common_cause_takes_the_nines_back()
    {
        Assert.Equal(0.998919, Availability.OfCopies(99.Percent, 2, commonCause: 10.Percent).Value, 1e-14);
        Assert.Equal(0.99, Availability.OfCopies(99.Percent, 2, commonCause: 100.Percent).Value, 1e-14);
    }

    [Fact]
    public void Repair_and_downtime()
    {
        Assert.Equal(0.999306037474, Availability.OfRepair(720.Hours, 0.5.Hours).Value, 1e-12);
        Assert.Equal(43.2, Availability.Downtime(99.9.Percent, 30.Days).Minutes, 1e-9);
        Assert.Equal(315.36, Availability.Downtime(Fraction.FromRatio(0.99999), 365.Days).Seconds, 1e-6);
    }

    /// <summary>1 - (0.05 x 0.005 + P(at least 2 of 3 down at 0.00475)) = 0.99968253; the product with 0.9995 x 0.999.</summary>
    [Fact]
    public void Sound_chain_has_no_findings()
    {
        Assert.Equal(0.9996825268125, Chain.Components[2].Availability.Value, 1e-9);
        Assert.Equal(0.9995 * 0.999 * 0.9996825268125, Chain.Whole.Value, 1e-9);
        Assert.Equal((1 - Chain.Whole.Value) * 8760, Chain.DowntimePerYear.Hours, 1e-9);
        Assert.Equal(["availability", "downtime in 365 days"], Chain.Results.Select(result => result.Name));
        Assert.Empty(Chain.Findings);
    }

    [Fact]
    public void Chain_below_its_target_names_the_weakest_part()
    {
        Finding finding = Assert.Single((Chain with { Target = 99.9.Percent }).Findings);
        Assert.Equal((Severity.Warning, FindingCodes.AvailabilityInSeries), (finding.Severity, finding.Code));
        Assert.Equal("The whole is available 99.82% of the time, below the target of 99.9%: 15 h 55 min down a year. Make the weakest part, 'features' at 99.9%, redundant or optional.", finding.Message);
    }

    [Fact]
    public void Chain_without_a_target_is_worse_than_its_worst_part()
    {
        Finding finding = Assert.Single((Chain with { Target = null }).Findings);
        Assert.Equal((Severity.Note, FindingCodes.AvailabilityInSeries), (finding.Severity, finding.Code));
        Assert.Equal("3 parts in series are available 99.82% of the time, less than the worst of them ('features', 99.9%): unavailabilities add up.", finding.Message);
    }

    [Fact]
    public void Copies_without_a_common_cause_are_named()
    {
        AvailabilityChain hopeful = Chain with { Components = [new("ranker", 99.5.Percent) { Copies = 3, Needed = 2 }] };
        Finding finding = Assert.Single(hopeful.Findings);
        Assert.Equal((Severity.Warning, FindingCodes.CorrelatedFailure), (finding.Severity, finding.Code));
        Assert.Equal("The 3 copies of 'ranker' count as independent: 99.9925%. If 10% of their failures hit all at once (a deployment, a zone), it is 99.944%: give its CommonCause.", finding.Message);
    }

    [Fact]
    public void Bad_inputs_are_refused_by_name()
    {
        Assert.Throws<ArgumentException>(() => Availability.InSeries());
        Assert.Throws<ArgumentException>(() => Availability.InParallel());
        Assert.Throws<ArgumentException>(() => Chain with { Components = [] });
        Assert.Throws<ArgumentException>(() => new AvailablePart("", 1.Percent));
        Assert.StartsWith("3 copies are needed of 2; add copies, or need fewer.", Assert.Throws<ArgumentOutOfRangeException>(() => Availability.OfCopies(99.Percent, 2, 3)).Message, StringComparison.Ordinal);
        Assert.Equal("copies", Assert.Throws<ArgumentOutOfRangeException>(() => Availability.OfCopies(99.Percent, 1.5)).ParamName);
        Assert.Equal("time between failures", Assert.Throws<ArgumentOutOfRangeException>(() => Availability.OfRepair(Duration.Zero, 1.Hours)).ParamName);
        Assert.Equal("time to repair", Assert.Throws<ArgumentOutOfRangeException>(() => Availability.OfRepair(1.Hours, (-1).Hours)).ParamName);
    }
}
