namespace MlsdEstimator;

/// <summary>Maps value numbers to registers; a register is used again once its value was read for the last time, so that blocks stay in cache.</summary>
internal sealed class RegisterAllocation
{
    private readonly int[] lastUse;
    private readonly int[] registers;
    private readonly Stack<int> free = [];

    public RegisterAllocation(ValueNumbering numbering)
    {
        lastUse = LastUses(numbering);
        registers = new int[numbering.Count];
        Instructions = new Instruction[numbering.Steps.Count];
        for (int step = 0; step < Instructions.Length; step++)
            Instructions[step] = Place(numbering.Steps[step], step);
        Outputs = Array.ConvertAll(numbering.Outputs, RegisterOf);
    }

    public Instruction[] Instructions { get; }

    public int[] Outputs { get; }

    public int RegisterCount { get; private set; }

    private static int[] LastUses(ValueNumbering numbering)
    {
        var last = new int[numbering.Count];
        Array.Fill(last, -1);
        for (int step = 0; step < numbering.Steps.Count; step++)
        {
            foreach (int value in numbering.Steps[step].Operands)
                Mark(last, value, step);
        }
        foreach (int value in numbering.Outputs)
            Mark(last, value, int.MaxValue);
        return last;
    }

    private static void Mark(int[] last, int value, int step)
    {
        if (value >= 0)
            last[value] = step;
    }

    /// <summary>Results are placed before operands are released: a function may not write over what it reads.</summary>
    private Instruction Place(Instruction step, int index)
    {
        int[] operands = Array.ConvertAll(step.Operands, RegisterOf);
        int[] results = Array.ConvertAll(step.Results, value => registers[value] = free.TryPop(out int register) ? register : RegisterCount++);
        for (int i = 0; i < operands.Length; i++)
        {
            int value = step.Operands[i];
            if (value >= 0 && lastUse[value] == index && Array.IndexOf(step.Operands, value) == i)
                free.Push(registers[value]);
        }
        foreach (int value in step.Results)
        {
            if (lastUse[value] < 0)
                free.Push(registers[value]);
        }
        return step with { Operands = operands, Results = results };
    }

    private int RegisterOf(int value) => value >= 0 ? registers[value] : value;
}
