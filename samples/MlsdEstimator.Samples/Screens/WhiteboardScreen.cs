namespace MlsdEstimator.Samples;

/// <summary>What fits on a whiteboard: six assumptions, ten lines.</summary>
internal static class WhiteboardScreen
{
    public static void Show(CaseRun run, TextWriter output)
    {
        output.WriteLine($"{run.Sheet.Title}, assuming {string.Join(", ", run.Design.Whiteboard.Assumptions)}:");
        foreach (string line in run.Design.Whiteboard.Lines)
            output.WriteLine(line);
    }
}
