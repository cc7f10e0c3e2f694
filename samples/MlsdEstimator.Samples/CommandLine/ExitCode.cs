namespace MlsdEstimator.Samples;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    public const int BadArguments = 2;

    /// <summary>An assertion is violated, or a goal cannot be reached.</summary>
    public const int NotMet = 3;
}
