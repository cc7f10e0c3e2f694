namespace MlsdEstimator.Peers;

/// <summary>Where things are on this machine.</summary>
/// <param name="Cache">Folder for compiled programs and for Squiggle; never inside the repository.</param>
/// <param name="Python">Python to ask first; null for those on the path.</param>
internal sealed record Installation(string Cache, string? Python)
{
    /// <summary>Folder of the scripts beside this program.</summary>
    public static string Scripts { get; } = Path.Combine(AppContext.BaseDirectory, "Scripts");

    /// <summary>The folder for a user's caches.</summary>
    public static string DefaultCache { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } own
            ? own
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "mlsd-estimator-peers");

    public static string Script(string file) => Path.Combine(Scripts, file);

    /// <summary>Full path of a program on the path; null when it is not there.</summary>
    public static string? Find(string program)
    {
        IEnumerable<string> names = OperatingSystem.IsWindows() ? [$"{program}.exe", $"{program}.cmd"] : [program];
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
