using System.Globalization;
using System.Text;

namespace MlsdEstimator;

/// <summary>A derivation as lines: every named quantity once, under the first that reads it.</summary>
internal static class DerivationText
{
    /// <summary>Deeper levels are not indented further: a chain of thousands of steps stays readable and linear in size.</summary>
    private const int DeepestIndent = 20;

    public static string Indented(Derivation root) => Lines(root, (depth, line) => new string(' ', 2 * depth) + line);

    public static string Markdown(Derivation root) => Lines(root, (depth, line) => $"{new string(' ', 2 * depth)}- {line}");

    private static string Lines(Derivation root, Func<int, string, string> layout)
    {
        var text = new StringBuilder();
        var written = new HashSet<Derivation>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(Derivation Step, int Depth)>([(root, 0)]);
        while (pending.TryPop(out (Derivation Step, int Depth) next))
        {
            if (!written.Add(next.Step))
                continue;
            bool isLine = next.Step.IsLine || next.Step == root;
            if (isLine)
                text.AppendLine(layout(Math.Min(next.Depth, DeepestIndent), Line(next.Step)));
            foreach (Derivation operand in next.Step.Operands.Reverse())
                pending.Push((operand, isLine ? next.Depth + 1 : next.Depth));
        }
        return text.ToString().TrimEnd().ReplaceLineEndings("\n");
    }

    private static string Line(Derivation step)
    {
        var line = new StringBuilder();
        if (step.Name is not null)
            line.Append(step.Name).Append(" = ");
        line.Append(step.Operation is "constant" or "infeasible" ? step.Value : step.Range is string range ? $"{step.Value}, {range}" : $"{step.Formula} = {step.Value}");
        if (step.Correlation is string correlation)
            line.Append(", ").Append(correlation);
        if (step.Operation == "infeasible")
            line.Append(": ").Append(step.Formula);
        if (step.Aspects.Count > 0)
            line.Append(" [").AppendJoin(", ", step.Aspects).Append(']');
        if (Provenance(step) is string source)
            line.Append(" (").Append(source).Append(')');
        return line.ToString();
    }

    private static string? Provenance(Derivation step)
    {
        string? dated = step.AsOf is DateOnly date ? $"{step.Source}, {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : step.Source;
        return step.IsDefault ? dated is null ? "default" : $"default: {dated}" : dated;
    }
}
