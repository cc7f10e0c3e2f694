namespace MlsdEstimator.Peers.Tests;

public class StandingTests
{
    [Fact]
    public void Ratio_is_the_time_of_the_peer_over_ours()
    {
        IReadOnlyList<Standing> standings = Standing.Of([PeerCases.Rounds("self", 50, 40, 60), PeerCases.Rounds("numpy-best", 220, 160, 200)]);
        Assert.Equal(["self", "numpy-best"], standings.Select(standing => standing.Peer));
        Assert.Equal([1.0, 4.0], standings.Select(standing => standing.Ratio));
        Assert.Equal([40.0, 160.0], standings.Select(standing => standing.NanosecondsPerSample));
        Assert.Equal([50.0, 200.0], standings.Select(standing => standing.MedianNanosecondsPerSample));
        Assert.Equal([1.0, 4.0], standings.Select(standing => standing.MedianRatio));
    }

    [Fact]
    public void Median_of_two_rounds_is_their_middle() => Assert.Equal(30, PeerCases.Rounds("self", 20, 40).MedianNanosecondsPerSample);

    [Fact]
    public void Each_number_of_threads_and_samples_is_compared_with_ours_of_the_same()
    {
        IReadOnlyList<Standing> standings = Standing.Of(
        [
            new Series([PeerCases.Measured("self", 10)]), new Series([PeerCases.Measured("self", 5, threads: 2)]), new Series([PeerCases.Measured("self", 20, samples: 1000)]),
            new Series([PeerCases.Measured("c-avx2", 30)]), new Series([PeerCases.Measured("c-avx2", 30, threads: 2)]), new Series([PeerCases.Measured("c-avx2", 30, samples: 1000)]),
        ]);
        Assert.Equal([3, 6, 1.5], standings.Where(standing => standing.Peer == "c-avx2").Select(standing => standing.Ratio));
    }

    [Fact]
    public void Whole_times_are_compared_where_samples_differ()
    {
        IReadOnlyList<Standing> standings = Standing.OfWholeTimes(
            [new Series([PeerCases.Measured("self", 40, samples: 1_000_000)]), new Series([PeerCases.Measured("numpy-best", 160, samples: 10_000_000)])]);
        Assert.Equal([1.0, 40.0], standings.Select(standing => standing.Ratio));
        Assert.Equal(1.6, standings[1].Seconds);
    }

    [Fact]
    public void Peers_without_this_library_are_refused()
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(() => Standing.Of([PeerCases.Rounds("numpy-best", 160)]));
        Assert.StartsWith("There is no measurement of this library in W1; add 'self' to the peers.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_sampling_needs_samples_by_the_square_of_its_error()
    {
        var measured = new Series([PeerCases.Measured("numpy-best", 160, "accuracy", samples: 262_144, error: 0.005)]);
        Measurement needed = Assert.Single(AccuracyRace.Extrapolate(measured).Rounds);
        Assert.Equal(6_553_600, needed.Samples);
        Assert.Equal(160, needed.NanosecondsPerSample);
    }
}
