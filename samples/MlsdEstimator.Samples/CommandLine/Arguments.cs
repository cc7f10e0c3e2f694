using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>Arguments that several commands take.</summary>
internal static class Arguments
{
    public static Argument<string> Case() => new("case") { Description = "Case study, or the beginning of its name: see \"list\"." };

    public static Argument<string> Input(string description) => new("input") { Description = $"{description}, such as \"daily active users\"." };

    public static Argument<string> Result(string description) => new("result") { Description = $"{description}, such as \"peak QPS\" or \"Web traffic / peak QPS\"." };

    public static Option<string[]> Results(string description) => new("--result") { Description = $"{description} Repeatable.", HelpName = "result" };
}
