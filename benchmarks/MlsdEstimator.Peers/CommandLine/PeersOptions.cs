using System.CommandLine;
using System.Globalization;

namespace MlsdEstimator.Peers;

/// <summary>The options of the command line.</summary>
internal sealed class PeersOptions
{
    private const int DefaultSamples = 1_000_000;

    private readonly Option<string[]> workload = new("--workload")
    {
        Description = $"What to measure, once for each: {string.Join(", ", WorkloadName.All)}. Default: all.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int?> samples = new("--samples")
    {
        Description = "Samples of W1 and W4, and the most of W2. Default: 1,000,000 for W1, 1,000 and 100,000 for W4, 10,000,000 for W2.",
    };

    private readonly Option<int> rounds = new("--rounds") { Description = "How often each program is measured; the programs take turns.", DefaultValueFactory = _ => 3 };

    private readonly Option<double> seconds = new("--seconds")
    {
        Description = "How long one measurement repeats its run; the fastest counts. The runtime still compiles beside the first second.",
        DefaultValueFactory = _ => 2,
    };

    private readonly Option<string[]> peers = new("--peers")
    {
        Description = "Names of peers to measure; this library always is. Default: all that are installed. 'self' alone leaves the others out.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> cache = new("--cache")
    {
        Description = "Folder for compiled programs and for Squiggle.",
        DefaultValueFactory = _ => Installation.DefaultCache,
    };

    private readonly Option<string?> python = new("--python") { Description = "Python that has NumPy. Default: the first of those on the path." };

    private readonly Option<bool> install = new("--install") { Description = "First install Squiggle 0.10.0 into the cache with npm." };

    private readonly Option<bool> json = new("--json") { Description = "Print an array of {workload, peer, threads, samples, nanosecondsPerSample, ratio}." };

    private readonly Option<bool> markdown = new("--markdown") { Description = "Print the tables as Markdown." };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { workload, samples, rounds, seconds, peers, cache, python, install, json, markdown })
            command.Add(option);
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(json);

    public bool IsMarkdown(ParseResult parsed) => parsed.GetValue(markdown);

    public bool Installs(ParseResult parsed) => parsed.GetValue(install);

    public Installation Place(ParseResult parsed) => new(parsed.GetRequiredValue(cache), parsed.GetValue(python));

    /// <exception cref="ArgumentException">A number is out of range, or a workload is not known.</exception>
    public Plan Plan(ParseResult parsed)
    {
        int? asked = parsed.GetValue(samples);
        if (asked is < 2 or > 100_000_000)
            throw new ArgumentException($"--samples must be 2 to 100,000,000, but is {asked}.");
        return new Plan
        {
            Workloads = Known(parsed.GetValue(workload), WorkloadName.All, "--workload"),
            CapacitySamples = asked ?? DefaultSamples,
            GraphSamples = asked is int one ? [one] : [1_000, 100_000],
            MostScalingSamples = asked ?? 10 * DefaultSamples,
            Rounds = AtLeast(1, parsed.GetValue(rounds), "--rounds"),
            Seconds = NotNegative(parsed.GetValue(seconds), "--seconds"),
        };
    }

    /// <exception cref="ArgumentException">A name is not that of a peer.</exception>
    public IReadOnlyList<Peer> Chosen(ParseResult parsed, IReadOnlyList<Peer> all)
    {
        IReadOnlyList<string> names = Known(parsed.GetValue(peers), [.. all.Select(peer => peer.Name)], "--peers");
        return [.. all.Where(peer => peer.Name == OwnPeer.SelfName || names.Contains(peer.Name))];
    }

    private static IReadOnlyList<string> Known(string[]? asked, IReadOnlyList<string> known, string option)
    {
        if (asked is null or [])
            return known;
        return asked.Except(known, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is string unknown
            ? throw new ArgumentException($"{option} '{unknown}' is not known; known: {string.Join(", ", known)}.")
            : [.. known.Intersect(asked, StringComparer.OrdinalIgnoreCase)];
    }

    private static int AtLeast(int least, int value, string option) =>
        value >= least ? value : throw new ArgumentException($"{option} must be at least {least}, but is {value}.");

    private static double NotNegative(double value, string option) =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{option} must be 0 or more, but is {value}."));
}
