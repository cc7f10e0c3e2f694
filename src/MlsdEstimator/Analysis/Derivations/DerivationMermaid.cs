using System.Text;

namespace MlsdEstimator;

/// <summary>A derivation as a Mermaid flow chart. Only named quantities are boxes; an arrow leads from what is read to what reads it.</summary>
internal static class DerivationMermaid
{
    public static string Of(Derivation root)
    {
        List<Derivation> steps = DerivationSteps.OperandsFirst(root);
        var boxes = new Dictionary<Derivation, int>(ReferenceEqualityComparer.Instance);
        var feeding = new Dictionary<Derivation, int[]>(ReferenceEqualityComparer.Instance);
        var text = new StringBuilder("flowchart LR\n");
        foreach (Derivation step in steps)
        {
            int[] sources = [.. step.Operands.SelectMany(operand => boxes.TryGetValue(operand, out int box) ? [box] : feeding[operand]).Distinct()];
            if (step.IsLine || step == root)
                AddBox(text, step, sources, boxes);
            else
                feeding[step] = sources;
        }
        return text.ToString().TrimEnd();
    }

    private static void AddBox(StringBuilder text, Derivation step, int[] sources, Dictionary<Derivation, int> boxes)
    {
        int box = boxes[step] = boxes.Count;
        text.Append("    n").Append(box).Append("[\"").Append(Escape(step.Name ?? step.Formula)).Append("<br/>").Append(Escape(step.Value)).Append("\"]\n");
        foreach (int source in sources)
            text.Append("    n").Append(source).Append(" --> n").Append(box).Append('\n');
    }

    /// <summary>Entities, because quotes end a Mermaid label and angle brackets are read as markup.</summary>
    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("\"", "&quot;").Replace("<", "&lt;").Replace(">", "&gt;");
}
