using System.Globalization;

namespace MlsdEstimator.Tests;

/// <summary>Texts under a culture that writes 16.384 for sixteen thousand.</summary>
public class TextTests
{
    [Fact]
    public void Numbers_in_texts_keep_the_point_where_the_culture_has_a_comma()
    {
        Assert.Equal("1.5 of 16,384 until 2026-11-02", UnderComma(() => Text.Of($"{1.5:0.##} of {16_384:N0} until {new DateOnly(2026, 11, 2):yyyy-MM-dd}")));
        Assert.Equal("1,000 kB", UnderComma(() => Text.Of($"{1_000.0:N0} kB")));
    }

    [Fact]
    public void Readings_are_told_the_same_under_every_culture()
    {
        Scalar users = 100.To(1_000, best: 500).Named("users");
        Scalar root = users.Sqrt().Named("root");
        Assert.StartsWith("users: elasticity 0.5, ", UnderComma(() => root.Sensitivities()[0].ToString()), StringComparison.Ordinal);
        Assert.Contains("at the 95.5% point of belief", UnderComma(() => root.SolveFor(users, Scalar.FromNumber(20), 0.955).Explanation), StringComparison.Ordinal);
        Assert.Equal("reached 0.1% with 16,384 draws: mean of x is known to 0.05%", UnderComma(() => new Convergence(0.001, 0.0005, "x", "mean", 16_384).ToString()));
    }

    private static string UnderComma(Func<string> text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator) = (",", ".");
        try
        {
            CultureInfo.CurrentCulture = comma;
            return text();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
