using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>Laws of conditioning, on random log-normal inputs.</summary>
public class GivenLaws
{
    private static readonly SimulationOptions Few = new() { Samples = 256 };

    private static readonly Arbitrary<Case> Cases =
        (from sigma in AnyPositive.Decades(-1.5, 0)
         from other in AnyPositive.Decades(-1.5, 0)
         from error in AnyPositive.Decades(-2, -0.5)
         from shift in Gen.Choose(-200, 200)
         select new Case(sigma, other, error, shift / 100.0)).ToArbitrary();

    /// <summary>A reading at some standard deviations of what the model says.</summary>
    private sealed record Case(double Sigma, double Other, double Error, double Shift)
    {
        public double Reading(double median, double sigma) => median * Math.Exp(Shift * sigma);
    }

    /// <summary>Conjugate normal case: the precisions 1 / sigma^2 and 1 / error^2 add up.</summary>
    [Fact]
    public void Measuring_an_input_narrows_it_for_any_range() => Prop.ForAll(Cases, one =>
    {
        Scalar x = Uncertain.LogNormal(50, one.Sigma).AsScalar();
        double error = Math.Min(one.Error, one.Sigma), precisions = 1 / (one.Sigma * one.Sigma) + 1 / (double.LogP1(error) * double.LogP1(error));
        Posterior posterior = Simulation.Run([x], Few).Given(x, one.Reading(50, one.Sigma), Fraction.FromRatio(error));
        Assert.Equal(1 - 1 / (one.Sigma * Math.Sqrt(precisions)), posterior.Inputs[0].Narrowing, 0.05);
        Assert.Equal(256, posterior.EffectiveSamples, 1e-6);
    }).Check(AnyPositive.Laws);

    [Fact]
    public void Order_of_measurements_changes_nothing_for_products_and_quotients() => Prop.ForAll(Cases, one =>
    {
        Scalar x = Uncertain.LogNormal(50, one.Sigma).AsScalar(), y = Uncertain.LogNormal(2, one.Other).AsScalar();
        Measurement product = Measurement.Of(x * y, one.Reading(100, Math.Min(one.Sigma, one.Other)), Fraction.FromRatio(one.Error)), quotient = Measurement.Of(x / y, 25, 20.Percent);
        Posterior a = Simulation.Run([x], Few).Given(product, quotient), b = Simulation.Run([x], Few).Given(quotient).Given(product);
        AssertSame(InputOf(a, x), InputOf(b, x));
    }).Check(AnyPositive.Laws);

    [Fact]
    public void Measuring_an_independent_quantity_changes_nothing_for_any_reading() => Prop.ForAll(Cases, one =>
    {
        Scalar x = Uncertain.LogNormal(50, one.Sigma).AsScalar(), y = Uncertain.LogNormal(2, one.Other).AsScalar();
        Posterior before = Simulation.Run([x], Few).Given(x, one.Reading(50, one.Sigma), Fraction.FromRatio(one.Error));
        Posterior after = before.Given(y, one.Reading(2, one.Other), 5.Percent);
        AssertSame(InputOf(before, x), InputOf(after, x));
    }).Check(AnyPositive.Laws);

    private static NarrowedInput InputOf(Posterior posterior, Scalar input) => posterior.Inputs.Single(one => ReferenceEquals(one.Leaf, input.Node.Bare));

    /// <summary>Within six standard errors of both.</summary>
    private static void AssertSame(NarrowedInput one, NarrowedInput other) => Assert.Equal(one.MeanScore, other.MeanScore, 6 * (one.MeanError + other.MeanError) + 1e-9);
}
