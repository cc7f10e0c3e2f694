namespace MlsdEstimator;

/// <summary>Values of a graph numbered once more with some inputs held at their nominal values. What does not depend on them is shared.</summary>
internal sealed class HeldValues
{
    private readonly ValueNumbering numbering;

    /// <summary>The step that makes each value.</summary>
    private readonly int[] makers;

    public HeldValues(ValueNumbering numbering)
    {
        this.numbering = numbering;
        makers = new int[numbering.Count];
        for (int step = 0; step < numbering.Steps.Count; step++)
        {
            foreach (int value in numbering.Steps[step].Results)
                makers[value] = step;
        }
    }

    /// <summary>The number of a value with inputs held; null where a function would have to be called again for it, which costs more than all the rest.</summary>
    public int? Of(int value, IReadOnlySet<Node> held)
    {
        var changed = new Dictionary<int, int>();
        foreach (int step in StepsBelow(value))
        {
            if (!Hold(numbering.Steps[step], held, changed))
                return null;
        }
        return changed.GetValueOrDefault(value, value);
    }

    /// <summary>Steps that a value depends on, operands first.</summary>
    private SortedSet<int> StepsBelow(int value)
    {
        var found = new SortedSet<int>();
        var pending = new Stack<int>([value]);
        while (pending.TryPop(out int next))
        {
            if (next < 0 || !found.Add(makers[next]))
                continue;
            foreach (int operand in numbering.Steps[makers[next]].Operands)
                pending.Push(operand);
        }
        return found;
    }

    /// <summary>Notes which number takes the place of the result of a step; false for a call that would change.</summary>
    private bool Hold(Instruction step, IReadOnlySet<Node> held, Dictionary<int, int> changed)
    {
        if (step.Input is Node input && held.Contains(input))
            changed[step.Results[0]] = numbering.NumberOf(input.Nominal);
        else if (Array.Exists(step.Operands, changed.ContainsKey))
        {
            if (step.Function is not null)
                return false;
            int[] operands = Array.ConvertAll(step.Operands, operand => changed.GetValueOrDefault(operand, operand));
            changed[step.Results[0]] = numbering.NumberOf(step.Operation, operands[0], operands.Length > 1 ? operands[1] : ValueNumbering.None, operands.Length > 2 ? operands[2] : ValueNumbering.None);
        }
        return true;
    }
}
