namespace MlsdEstimator.Samples;

/// <summary>Numbers that were decided on, such as machines bought.</summary>
internal static class Purchases
{
    /// <summary>True when a result is computed from a purchase that was decided from a range.</summary>
    public static bool AreBehind(IQuantity result)
    {
        var seen = new HashSet<Derivation>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Derivation>([result.Explain()]);
        while (open.TryPop(out Derivation? step))
        {
            if (step.Operation == "decision")
                return true;
            foreach (Derivation operand in step.Operands.Where(seen.Add))
                open.Push(operand);
        }
        return false;
    }
}
