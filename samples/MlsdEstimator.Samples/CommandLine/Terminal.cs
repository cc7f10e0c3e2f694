using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>Where the program writes. Colours and progress only for people: what is redirected is read by programs and diffs.</summary>
/// <param name="output">What was asked for.</param>
/// <param name="errors">Errors and progress.</param>
/// <param name="width">Columns; by default those of the window, if there is one.</param>
internal sealed class Terminal(TextWriter output, TextWriter errors, int? width = null)
{
    private const int WidthWithoutWindow = 80;
    private const int NarrowestUsable = 60;

    public TextWriter Output { get; } = output;

    public TextWriter Errors { get; } = errors;

    /// <summary>Columns there are; null where nothing limits them.</summary>
    public int? Limit { get; } = width ?? (IsWindow(output) ? Math.Max(Console.WindowWidth, NarrowestUsable) : null);

    public int Width => Limit ?? WidthWithoutWindow;

    /// <summary>True when somebody watches both streams.</summary>
    public bool IsWatched => IsWindow(Output) && ReferenceEquals(Errors, Console.Error) && !Console.IsErrorRedirected;

    /// <summary>The output as a screen.</summary>
    /// <param name="widthWithoutLimit">Columns where nothing limits them.</param>
    public IAnsiConsole Screen(int widthWithoutLimit = WidthWithoutWindow) => NewConsole(Output, IsWindow(Output), Limit ?? widthWithoutLimit);

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
