namespace MlsdEstimator.Tests;

public class LatencyNumbersTests
{
    [Fact]
    public void Every_number_has_a_name_a_source_a_date_and_is_a_default()
    {
        Assert.Equal(17, LatencyNumbers.All.Count);
        Assert.Equal(17, LatencyNumbers.All.Select(number => number.Name).Distinct().Count());
        Assert.All(LatencyNumbers.All, number => Assert.Matches(@"\d{4}-\d\d-\d\d$", number.Source!));
        Assert.All(LatencyNumbers.All, number => Assert.NotNull(((AnnotatedNode)number.Node).Annotation.AsOf));
        Assert.All(LatencyNumbers.All, number => Assert.True(((AnnotatedNode)number.Node).Annotation.IsDefault));
    }

    [Theory]
    [InlineData("L1 cache reference", 0.5e-9)]
    [InlineData("l2", 7e-9)]
    [InlineData("mutex", 25e-9)]
    [InlineData("system call", 300e-9)]
    [InlineData("context switch", 10e-6)]
    [InlineData("disk seek", 10e-3)]
    [InlineData("Netherlands", 150e-3)]
    [InlineData("Singapore", 180e-3)]
    public void Numbers_are_found_by_name(string name, double seconds) => Assert.Equal(seconds, LatencyNumbers.Find(name).Seconds, 1e-9 * seconds);

    /// <summary>Geometric middle of both sources: sqrt(20 x 100), sqrt(100 x 150), sqrt(250 x 500).</summary>
    [Fact]
    public void Sources_that_disagree_are_the_ends_of_a_range()
    {
        Assert.Equal(44.721359549995796e-9, LatencyNumbers.MainMemory.Seconds, 1e-18);
        Assert.Equal(122.47448713915890e-6, LatencyNumbers.SsdRandomRead.Seconds, 1e-15);
        Assert.Equal(353.55339059327378e-6, LatencyNumbers.RoundTripInRegion.Seconds, 1e-15);
        Assert.False(LatencyNumbers.MainMemory.IsCertain);
    }

    [Fact]
    public void Unknown_and_ambiguous_names_say_what_there_is()
    {
        Assert.StartsWith("There is no latency number 'SSD rnadom'. Nearest: 'SSD random read'", Assert.Throws<ArgumentException>(() => LatencyNumbers.Find("SSD rnadom")).Message, StringComparison.Ordinal);
        Assert.StartsWith("'cache' names several latency numbers: 'L1 cache reference', 'L2 cache reference'. Give the whole name.", Assert.Throws<ArgumentException>(() => LatencyNumbers.Find("cache")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LatencyNumbers.Find(" "));
    }
}
