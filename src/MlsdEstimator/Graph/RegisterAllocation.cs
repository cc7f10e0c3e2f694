namespace MlsdEstimator;

/// <summary>Maps value numbers to registers; a register is used again once its value was read for the last time, so that blocks stay in cache.</summary>
/// <remarks>An output has a register that nothing else is written to: it can be the place where the output is wanted.</remarks>
internal sealed class RegisterAllocation
{
    private const int Never = -1;
    private const int Released = -2;
    private const int AtTheEnd = int.MaxValue;

    private readonly int[] lastUse;
    private readonly int[] registers;
    private readonly Stack<int> free = [];

    public RegisterAllocation(ValueNumbering numbering)
    {
        lastUse = LastUses(numbering);
        registers = new int[numbering.Count];
        Instructions = [.. numbering.Steps];
        for (int step = 0; step < Instructions.Length; step++)
            Place(Instructions[step], step);
        Outputs = Array.ConvertAll(numbering.Outputs, RegisterOf);
    }

    public Instruction[] Instructions { get; }

    public int[] Outputs { get; }

    public int RegisterCount { get; private set; }

    private static int[] LastUses(ValueNumbering numbering)
    {
        var last = new int[numbering.Count];
        Array.Fill(last, Never);
        for (int step = 0; step < numbering.Steps.Count; step++)
        {
            foreach (int value in numbering.Steps[step].Operands)
                Mark(last, value, step);
        }
        foreach (int value in numbering.Outputs)
            Mark(last, value, AtTheEnd);
        return last;
    }

    private static void Mark(int[] last, int value, int step)
    {
        if (value >= 0)
            last[value] = step;
    }

    /// <summary>Results are placed before operands are released: a function may not write over what it reads. The numbers of the step become registers.</summary>
    private void Place(Instruction step, int index)
    {
        foreach (int value in step.Results)
            registers[value] = lastUse[value] != AtTheEnd && free.TryPop(out int register) ? register : RegisterCount++;
        foreach (int value in step.Operands)
            Release(value, index);
        foreach (int value in step.Results)
            Release(value, Never);
        Rename(step.Operands);
        Rename(step.Results);
    }

    /// <summary>Frees the register of a value that is read for the last time; once, though it be read twice.</summary>
    private void Release(int value, int index)
    {
        if (value < 0 || lastUse[value] != index)
            return;
        free.Push(registers[value]);
        lastUse[value] = Released;
    }

    private void Rename(int[] values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = RegisterOf(values[i]);
    }

    private int RegisterOf(int value) => value >= 0 ? registers[value] : value;
}
