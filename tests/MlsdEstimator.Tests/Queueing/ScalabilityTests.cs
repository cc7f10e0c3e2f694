namespace MlsdEstimator.Tests;

public class ScalabilityTests
{
    /// <summary>specsdm91, the data of the R package usl 3.0, which prints alpha 0.0277285, beta 0.0001044, gamma 89.9952330.</summary>
    private static readonly (Scalar, Rate)[] Specsdm91 =
        [(1, 64.9.PerSecond), (18, 995.9.PerSecond), (36, 1652.4.PerSecond), (72, 1853.2.PerSecond), (108, 1828.9.PerSecond), (144, 1775.0.PerSecond), (216, 1702.2.PerSecond)];

    private static readonly ScalabilityLaw Law = new() { RateOfOne = 89.995233.PerSecond, Contention = Fraction.FromRatio(0.0277285), Coherency = 0.0001044 };

    [Fact]
    public void Law_predicts_and_peaks_as_published()
    {
        Assert.Equal(1850.0532835, Law.At(72).PerSecond, 1e-6);
        Assert.Equal(89.995233, Law.At(1).PerSecond, 1e-9);
        Assert.Equal(96.5036030535, Law.PeakWorkers.Value, 1e-8);
        Assert.Equal(Law.At(96.5036030535).PerSecond, Law.PeakThroughput.PerSecond, 1e-9);
        Assert.Equal(0.285517, Law.EfficiencyAt(72).Value, 1e-6); // 1850.0533 / (72 x 89.995233)
        Assert.Equal(["rate of one", "contention", "coherency", "workers at the peak", "peak throughput"], Law.Results.Select(result => result.Name));
    }

    [Fact]
    public void Without_coherency_there_is_no_peak()
    {
        ScalabilityLaw amdahl = Law with { Coherency = 0 };
        Assert.Contains("throughput has no peak", Assert.Throws<EstimateException>(() => amdahl.PeakWorkers.Value).Message, StringComparison.Ordinal);
        Assert.False(amdahl.PeakThroughput.IsFeasible);
        Assert.Equal(3, amdahl.Results.Count);
        Assert.Equal(1, (Law with { Contention = Fraction.One }).PeakWorkers.Value);
    }

    /// <summary>scipy.optimize.least_squares with all tolerances at 1e-15; R prints the same digits. Errors: roots of the diagonal of pcov of curve_fit.</summary>
    [Fact]
    public void Fit_matches_another_least_squares()
    {
        var fit = ScalabilityFit.To(Specsdm91);
        Assert.Equal(0.0277284754407, fit.Law.Contention.Value, 1e-9);
        Assert.Equal(0.000104365483643, fit.Law.Coherency.Value, 1e-12);
        Assert.Equal(89.995232756, fit.Law.RateOfOne.PerSecond, 1e-5);
        Assert.Equal(14.2135865, fit.RateError.PerSecond, 1e-3);
        Assert.Equal(0.00912179672, fit.ContentionError.Value, 1e-6);
        Assert.Equal(1.98753602e-05, fit.CoherencyError.Value, 1e-9);
        Assert.Equal(0.9895614780531, fit.RSquared.Value, 1e-10);
        Assert.Equal(6, fit.Results.Count);
        Assert.Empty(fit.Findings);
    }

    [Fact]
    public void Fit_of_points_on_the_law_gives_the_law_back()
    {
        var fit = ScalabilityFit.To([.. new[] { 1, 4, 16, 64, 128, 256 }.Select(n => ((Scalar)n, Law.At(n)))]);
        Assert.Equal(0.0277285, fit.Law.Contention.Value, 1e-10);
        Assert.Equal(0.0001044, fit.Law.Coherency.Value, 1e-12);
        Assert.Equal(1, fit.RSquared.Value, 1e-12);
        Assert.Equal(0, fit.ContentionError.Value, 1e-9);
    }

    /// <summary>Faster than linear: contention would be -0.019 and is held at 0 (scipy.optimize.least_squares with bounds). Pure Amdahl: coherency is held at 0.</summary>
    [Fact]
    public void Fit_keeps_its_parameters_at_zero_or_above()
    {
        var superlinear = ScalabilityFit.To((1, 10.PerSecond), (2, 22.PerSecond), (4, 50.PerSecond), (8, 110.PerSecond), (16, 210.PerSecond), (32, 300.PerSecond));
        Assert.Equal(0, superlinear.Law.Contention.Value);
        Assert.Equal(0.00053102900902, superlinear.Law.Coherency.Value, 1e-9);
        Assert.Equal(14.37354009, superlinear.Law.RateOfOne.PerSecond, 1e-6);
        ScalabilityLaw amdahl = Law with { Coherency = 0 };
        var linear = ScalabilityFit.To([.. new[] { 1, 2, 4, 8, 16, 32, 64 }.Select(n => ((Scalar)n, amdahl.At(n)))]);
        Assert.Equal(0, linear.Law.Coherency.Value, 1e-12);
        Assert.Equal(0.0277285, linear.Law.Contention.Value, 1e-9);
    }

    [Fact]
    public void Few_points_and_a_far_peak_are_found()
    {
        var fit = ScalabilityFit.To((1, Law.At(1)), (4, Law.At(4)), (16, Law.At(16)));
        Assert.Equal(2, fit.Findings.Count);
        Assert.Contains("fitted to 3 points; it takes at least 6", fit.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("lies far beyond the largest measured number of 16", fit.Findings[1].Message, StringComparison.Ordinal);
        Assert.Contains("three points leave nothing", Assert.Throws<EstimateException>(() => fit.RateError.PerSecond).Message, StringComparison.Ordinal);
        Assert.False(fit.CoherencyError.IsFeasible);
    }

    [Fact]
    public void Points_that_cannot_be_fitted_are_refused()
    {
        Assert.Contains("fewer than three different numbers of workers", Assert.Throws<ArgumentException>(() => ScalabilityFit.To((1, 1.PerSecond), (2, 2.PerSecond), (2, 3.PerSecond))).Message, StringComparison.Ordinal);
        Assert.Contains("'points' is empty", Assert.Throws<ArgumentException>(() => ScalabilityFit.To()).Message, StringComparison.Ordinal);
        Assert.Contains("is a range", Assert.Throws<ArgumentException>(() => ScalabilityFit.To((1, 1.PerSecond), (2, 2.PerSecond), (3, 3.PerSecond.To(4.PerSecond)))).Message, StringComparison.Ordinal);
        Assert.Contains("'workers'", Assert.Throws<ArgumentOutOfRangeException>(() => ScalabilityFit.To((0, 1.PerSecond), (2, 2.PerSecond), (3, 3.PerSecond))).Message, StringComparison.Ordinal);
        Assert.Contains("'throughput'", Assert.Throws<ArgumentOutOfRangeException>(() => ScalabilityFit.To((1, Rate.Zero), (2, 2.PerSecond), (3, 3.PerSecond))).Message, StringComparison.Ordinal);
        Assert.False(ScalabilityFit.To((1, 5.PerSecond), (2, 5.PerSecond), (3, 5.PerSecond)).RSquared.IsFeasible);
    }

    [Fact]
    public void Speedups_follow_Amdahl_and_Gustafson()
    {
        Assert.Equal(15.421686747, Speedup.Amdahl(5.Percent, 64).Value, 1e-8);
        Assert.Equal(60.85, Speedup.Gustafson(5.Percent, 64).Value, 1e-10);
        Assert.Equal(1, Speedup.Amdahl(Fraction.One, 64).Value);
        Assert.Equal(64, Speedup.Amdahl(Fraction.Zero, 64).Value, 1e-12);
        Assert.Contains("'workers'", Assert.Throws<ArgumentOutOfRangeException>(() => Speedup.Amdahl(5.Percent, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("'workers'", Assert.Throws<ArgumentOutOfRangeException>(() => Speedup.Gustafson(5.Percent, 0.5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Speedup.Amdahl(null!, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Law.At(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Law with { RateOfOne = Rate.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => Law with { Coherency = -1 });
        Assert.Throws<ArgumentNullException>(() => Law with { Contention = null! });
    }
}
