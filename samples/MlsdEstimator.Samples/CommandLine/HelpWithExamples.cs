using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MlsdEstimator.Samples;

/// <summary>The usual help, as wide as the terminal, and examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction usual, Argument rootArgument, IReadOnlyList<string> rootExamples, int width) : SynchronousCommandLineAction
{
    /// <summary>Help is shown whatever else is missing.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        rootArgument.Hidden = command is not RootCommand;
        usual.MaxWidth = width;
        int code = usual.Invoke(parseResult);
        Write(command is ExampleCommand own ? own.Examples : command is RootCommand ? rootExamples : [], parseResult.InvocationConfiguration.Output);
        return code;
    }

    private static void Write(IReadOnlyList<string> examples, TextWriter output)
    {
        if (examples.Count == 0)
            return;
        output.WriteLine("Examples, after \"dotnet run --project samples/MlsdEstimator.Samples --\":");
        foreach (string example in examples)
            output.WriteLine($"  {example}");
    }
}
