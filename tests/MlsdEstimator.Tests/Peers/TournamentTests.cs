namespace MlsdEstimator.Peers.Tests;

public class TournamentTests
{
    private static readonly Contest One = new("W1", 1_000_000, 1);
    private static readonly Contest Two = new("W1", 1_000_000, 2);

    [Fact]
    public void Programs_take_turns_in_every_round()
    {
        List<string> diary = [], told = [];
        Tournament tournament = new([new ScriptedPeer("self", 40, diary), new ScriptedPeer("r", 400, diary)], rounds: 2, seconds: 0, told.Add);
        IReadOnlyList<Series> series = tournament.Run([One, Two]);
        Assert.Equal(["self 1", "self 2", "r 1", "r 2", "self 1", "self 2", "r 1", "r 2"], diary);
        Assert.Equal(4, series.Count);
        Assert.All(series, one => Assert.Equal(2, one.Rounds.Count));
        Assert.Equal("round 1 of 2: self, W1, 1,000,000 samples, one thread", told[0]);
        Assert.Equal(["self: self 1.0", "r: r 1.0"], tournament.Versions);
    }

    [Fact]
    public void Program_that_declines_is_named_with_its_reason()
    {
        var single = new ScriptedPeer("r", 400) { Decision = contest => contest.Threads > 1 ? "one thread only" : null };
        Tournament tournament = new([new ScriptedPeer("self", 40), single], rounds: 1, seconds: 0, _ => { });
        Assert.Equal(3, tournament.Run([One, Two]).Count);
        Assert.Equal("r skipped in W1, 1,000,000 samples, 2 threads: one thread only", Assert.Single(tournament.Skips).ToString());
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Program_that_fails_is_named_and_left_out(Exception failure)
    {
        List<string> diary = [];
        Tournament tournament = new([new ScriptedPeer("self", 40), new ScriptedPeer("squiggle", 4000, diary) { Failure = failure }], rounds: 3, seconds: 0, _ => { });
        Assert.Equal("self", Assert.Single(tournament.Run([One])).Best.Peer);
        Assert.Equal("squiggle skipped in W1, 1,000,000 samples, one thread: node ended with 134", Assert.Single(tournament.Skips).ToString());
        Assert.Single(diary);
    }

    public static TheoryData<Exception> Failures => [new PeerException("node ended with 134"), new FormatException("node ended with 134")];

    [Fact]
    public void Failure_of_this_library_ends_the_run()
    {
        Tournament tournament = new([new ScriptedPeer("self", 40) { Failure = new PeerException("out of memory") }], rounds: 1, seconds: 0, _ => { });
        Assert.Equal("out of memory", Assert.Throws<PeerException>(() => tournament.Run([One])).Message);
    }

    [Fact]
    public void Program_that_is_not_installed_is_named_with_what_to_install()
    {
        Plan plan = PlanOf(WorkloadName.Capacity);
        ScriptedPeer absent = new("r", 400) { Missing = "no Rscript on the path; install r-base-core" };
        Report report = new Session(plan, [new ScriptedPeer("self", 40), absent], _ => { }).Run();
        Assert.Equal(["r skipped: no Rscript on the path; install r-base-core"], report.Skips.Select(skip => skip.ToString()));
        Assert.Contains("r skipped: no Rscript on the path; install r-base-core", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("- r skipped: no Rscript on the path; install r-base-core", report.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Program_that_was_never_meant_to_is_not_named()
    {
        Plan plan = PlanOf(WorkloadName.Capacity);
        ScriptedPeer other = new("csharp-doubles", 4) { Decision = _ => Peer.NotPartOf };
        Assert.Empty(new Session(plan, [new ScriptedPeer("self", 40), other], _ => { }).Run().Skips);
    }

    [Fact]
    public void Scaling_goes_by_powers_of_ten_up_to_the_most() =>
        Assert.Equal([1_000, 10_000, 100_000], Assert.Single(PlanOf(WorkloadName.Scaling).Groups()).Select(contest => contest.Samples));

    [Fact]
    public void One_point_is_one_sample() => Assert.Equal([new Contest("W3", 1, 1)], Assert.Single(PlanOf(WorkloadName.Point).Groups()));

    [Fact]
    public void Graphs_are_measured_at_each_size() =>
        Assert.Equal([new Contest("W4", 10, 1), new Contest("W4", 20, 1)], Assert.Single(PlanOf(WorkloadName.Graph).Groups()));

    [Fact]
    public void Best_of_each_figure_counts() => Assert.Equal(
        [new Figure("build", 3, "us"), new Figure("evaluate", 1, "us")],
        FigureRounds.Best([new Figure("build", 4, "us"), new Figure("evaluate", 1, "us"), new Figure("build", 3, "us"), new Figure("evaluate", 2, "us")]));

    private static Plan PlanOf(string workload) => new()
    {
        Workloads = [workload],
        CapacitySamples = 1_000_000,
        GraphSamples = [10, 20],
        MostScalingSamples = 999_999,
        Rounds = 1,
        Seconds = 0,
    };
}
