using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>Where the program writes. Colours and progress only for people: what is redirected is read by programs and diffs.</summary>
/// <param name="output">What was asked for.</param>
/// <param name="errors">Errors and progress.</param>
/// <param name="width">Columns; by default those of the window, and 80 when there is none.</param>
internal sealed class Terminal(TextWriter output, TextWriter errors, int? width = null)
{
    private const int WidthOfFiles = 80;
    private const int NarrowestUsable = 60;

    public TextWriter Output { get; } = output;

    public TextWriter Errors { get; } = errors;

    public int Width { get; } = width ?? (IsWindow(output) ? Math.Max(Console.WindowWidth, NarrowestUsable) : WidthOfFiles);

    /// <summary>True when somebody watches both streams.</summary>
    public bool IsWatched => IsWindow(Output) && ReferenceEquals(Errors, Console.Error) && !Console.IsErrorRedirected;

    /// <summary>The output as a screen of at least some columns.</summary>
    public IAnsiConsole Screen(int leastWidth = 0) => NewConsole(Output, IsWindow(Output), Math.Max(Width, leastWidth));

    /// <summary>The errors as a screen, for progress.</summary>
    public IAnsiConsole ErrorScreen() => NewConsole(Errors, IsWatched, Width);

    private static bool IsWindow(TextWriter writer) => ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected;

    private static IAnsiConsole NewConsole(TextWriter writer, bool isWindow, int columns)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isWindow ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isWindow ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isWindow ? InteractionSupport.Detect : InteractionSupport.No,
        });
        console.Profile.Width = columns;
        return console;
    }
}
