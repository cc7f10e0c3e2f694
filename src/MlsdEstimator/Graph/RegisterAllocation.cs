namespace MlsdEstimator;

/// <summary>Maps value numbers to registers; a register is used again once its value was read for the last time, so that blocks stay in cache.</summary>
internal sealed class RegisterAllocation
{
    private readonly int[] lastUse;
    private readonly int[] registers;
    private readonly Stack<int> free = [];

    public RegisterAllocation(ValueNumbering numbering, int fixedCount)
    {
        lastUse = LastUses(numbering);
        registers = new int[numbering.Count];
        for (int value = 0; value < fixedCount; value++)
            registers[value] = value;
        RegisterCount = fixedCount;
        Instructions = new Instruction[numbering.Steps.Count];
        for (int step = 0; step < Instructions.Length; step++)
            Instructions[step] = Place(numbering.Steps[step], step, fixedCount);
        Outputs = Array.ConvertAll(numbering.Outputs, value => registers[value]);
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
            foreach (int value in numbering.Steps[step].Inputs)
                last[value] = step;
        }
        foreach (int value in numbering.Outputs)
            last[value] = int.MaxValue;
        return last;
    }

    /// <summary>Results are placed before operands are released: a function may not write over what it reads.</summary>
    private Instruction Place(Instruction step, int index, int fixedCount)
    {
        int[] inputs = Array.ConvertAll(step.Inputs, value => registers[value]);
        int[] results = Array.ConvertAll(step.Results, value => registers[value] = free.TryPop(out int register) ? register : RegisterCount++);
        foreach (int value in step.Inputs.Distinct().Where(value => value >= fixedCount && lastUse[value] == index))
            free.Push(registers[value]);
        foreach (int value in step.Results.Where(value => lastUse[value] < 0))
            free.Push(registers[value]);
        return step with { Inputs = inputs, Results = results };
    }
}
