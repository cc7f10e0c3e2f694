namespace MlsdEstimator;

/// <summary>All steps of a derivation, operands before the steps that read them.</summary>
internal static class DerivationSteps
{
    public static List<Derivation> OperandsFirst(Derivation root)
    {
        var ordered = new List<Derivation>();
        var seen = new HashSet<Derivation>(ReferenceEqualityComparer.Instance) { root };
        var pending = new Stack<(Derivation Step, int Next)>([(root, 0)]);
        while (pending.TryPop(out (Derivation Step, int Next) top))
        {
            if (top.Next == top.Step.Operands.Count)
            {
                ordered.Add(top.Step);
                continue;
            }
            pending.Push((top.Step, top.Next + 1));
            Derivation operand = top.Step.Operands[top.Next];
            if (seen.Add(operand))
                pending.Push((operand, 0));
        }
        return ordered;
    }
}
