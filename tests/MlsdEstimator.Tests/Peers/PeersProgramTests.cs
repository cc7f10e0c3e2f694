namespace MlsdEstimator.Peers.Tests;

public class PeersProgramTests
{
    [Theory]
    [InlineData("error: --workload 'W9' is not known; known: W1, W2, W3, W4, accuracy, figures.", "--workload", "W9")]
    [InlineData("error: --samples must be 2 to 100,000,000, but is 1.", "--samples", "1")]
    [InlineData("error: --samples must be 2 to 100,000,000, but is 100000001.", "--samples", "100000001")]
    [InlineData("error: --rounds must be at least 1, but is 0.", "--rounds", "0")]
    [InlineData("error: --seconds must be 0 or more, but is -1.", "--seconds", "-1")]
    public void Bad_argument_is_refused_in_one_line(string expected, params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(2, PeersProgram.Run(arguments, output, errors));
        Assert.Equal(expected, errors.ToString().TrimEnd());
        Assert.Empty(output.ToString());
    }

    [Fact]
    public void Unknown_peer_is_refused_with_the_known_ones()
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(2, PeersProgram.Run(["--peers", "excel"], output, errors));
        Assert.StartsWith("error: --peers 'excel' is not known; known: self, csharp-doubles, c-", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_the_options()
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(0, PeersProgram.Run(["--help"], output, errors));
        foreach (string option in new[] { "--workload", "--samples", "--rounds", "--json", "--markdown", "--install", "--cache", "--peers" })
            Assert.Contains(option, output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(MeasureCommand.Name + " ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cache_lies_outside_the_repository() =>
        Assert.EndsWith("mlsd-estimator-peers", Installation.DefaultCache, StringComparison.Ordinal);

    [Fact]
    public void Squiggle_that_is_not_in_the_cache_says_how_to_get_it()
    {
        if (Installation.Find("node") is null)
            return;
        string reason = new SquigglePeer(new Installation(Path.Combine(Path.GetTempPath(), "no-such-cache"), null)).Prepare()!;
        Assert.StartsWith("@quri/squiggle-lang@0.10.0 is not in ", reason, StringComparison.Ordinal);
        Assert.EndsWith("; run once with --install (needs npm)", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Python_that_is_not_there_says_what_to_install() =>
        Assert.Equal(
            "no Python with NumPy; install python3-numpy (or: pip install numpy), or name one with --python",
            new NumPyPeer(NumPyPeer.Best, new Installation("", Python: "/no/such/python")).Prepare());

    [Theory]
    [InlineData("W1", 1_000_000, 1, null)]
    [InlineData("W1", 1_000_000, 2, "one thread only")]
    [InlineData("W2", 10_000_000, 1, "more than 1,000,000 samples would take minutes")]
    [InlineData("W4", 10_000, 1, null)]
    [InlineData("W4", 10_001, 1, "more than 10,000 samples would take minutes")]
    [InlineData("accuracy", 1_000, 1, Peer.NotPartOf)]
    public void Squiggle_declines_what_it_cannot_do(string workload, int samples, int threads, string? reason) =>
        Assert.Equal(reason, new SquigglePeer(new Installation("", null)).Declines(new Contest(workload, samples, threads)));

    [Theory]
    [InlineData(NumPyPeer.Best, "W1", 2, null)]
    [InlineData(NumPyPeer.Best, "accuracy", 1, null)]
    [InlineData(NumPyPeer.Best, "W4", 2, "one thread only")]
    [InlineData(NumPyPeer.Plain, "W1", 2, "one thread only")]
    [InlineData(NumPyPeer.Plain, "accuracy", 1, Peer.NotPartOf)]
    public void NumPy_at_its_best_has_threads_and_an_error(string variant, string workload, int threads, string? reason) =>
        Assert.Equal(reason, new NumPyPeer(variant, new Installation("", null)).Declines(new Contest(workload, 1_000, threads)));
}
