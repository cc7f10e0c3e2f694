namespace MlsdEstimator.Tests;

public class LogBinsTests
{
    /// <summary>Four bins of an octave, 1 in the middle of the first: the bin of 3 spans 8/3 to 28/9, its middle is ln(26/9).</summary>
    private static readonly LogBins Bins = new(2, 1);

    private static double[] SumsOf(params double[] draws)
    {
        var sums = new double[8 * LogBins.Powers];
        Bins.Add(draws, sums);
        return sums;
    }

    /// <summary>ln(3 / (26 / 9)) = 0.037740328, its square and cube; the series is cut at the cube.</summary>
    [Fact]
    public void Sums_over_logarithms_are_powers_of_distances_from_the_middle()
    {
        int bin = Bins.Bin(3);
        Span<double> cell = SumsOf(3).AsSpan(bin * LogBins.Powers, LogBins.Powers);
        Bins.TakeLogarithms(bin, cell);
        Assert.Equal(Math.Log(26.0 / 9), Bins.Middle(bin), 1e-15);
        Assert.Equal(1, cell[0]);
        Assert.Equal(0.037740328, cell[1], 1e-6);
        Assert.Equal(0.0014243324, cell[2], 2e-6);
        Assert.Equal(0.0000537547, cell[3], 4e-6);
    }

    [Fact]
    public void Terms_over_places_weigh_sums_as_terms_over_logarithms_do()
    {
        int bin = Bins.Bin(3);
        double[] places = SumsOf(2.7, 3, 3.1)[(bin * LogBins.Powers)..((bin + 1) * LogBins.Powers)], logarithms = [.. places], terms = [0.7, -0.3, 0.11, 0.05], ofPlaces = new double[4];
        Bins.TakeLogarithms(bin, logarithms);
        Bins.TakePlaces(bin, terms, ofPlaces);
        Assert.Equal(3, places[0]);
        Assert.Equal(terms.Zip(logarithms, (term, sum) => term * sum).Sum(), ofPlaces.Zip(places, (term, sum) => term * sum).Sum(), 1e-14);
    }
}
