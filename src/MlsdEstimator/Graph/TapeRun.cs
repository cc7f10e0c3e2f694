namespace MlsdEstimator;

/// <summary>Evaluates a tape over blocks of draws. Not thread-safe: one for each thread.</summary>
internal sealed class TapeRun
{
    /// <summary>Draws of a block: registers of 8 kB, a few dozen of which fit into a second-level cache.</summary>
    public const int BlockSize = 1024;

    private readonly Tape tape;

    /// <summary>Those of outputs are the columns that are written to.</summary>
    private readonly Register[] registers;

    /// <summary>Every constant of the tape as often as <see cref="BlockOperand"/> wants it.</summary>
    private readonly double[] copies;

    public TapeRun(Tape tape)
    {
        this.tape = tape;
        registers = Registers(tape);
        copies = new double[tape.Constants.Length * BlockOperand.Copies];
        for (int constant = 0; constant < tape.Constants.Length; constant++)
            copies.AsSpan(constant * BlockOperand.Copies, BlockOperand.Copies).Fill(tape.Constants[constant]);
    }

    /// <summary>Inputs that are held at a value in every draw.</summary>
    public Dictionary<Node, double> Held { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Number of outputs that each block has.</summary>
    public int OutputCount => tape.Outputs.Length;

    /// <summary>Writes the draws of one block, at most <see cref="BlockSize"/> of them, into one column for each output of the tape.</summary>
    /// <param name="draws">Where the values of the inputs come from.</param>
    /// <param name="start">First draw of the block, a multiple of 8.</param>
    /// <param name="columns">Columns to write to.</param>
    /// <param name="at">Where in the columns the block begins.</param>
    /// <param name="length">Number of draws.</param>
    public void Evaluate(ILeafDraws draws, int start, double[][] columns, int at, int length)
    {
        for (int output = 0; output < columns.Length; output++)
        {
            if (tape.Outputs[output] is >= 0 and int register)
                registers[register] = new Register(columns[output], at);
        }
        foreach (Instruction instruction in tape.Instructions)
            Execute(instruction, draws, start, length);
        for (int output = 0; output < columns.Length; output++)
            Complete(tape.Outputs[output], columns[output], at, length);
    }

    /// <summary>A column whose output is a constant, or that of another column as well.</summary>
    private void Complete(int output, double[] column, int at, int length)
    {
        if (output < 0)
            column.AsSpan(at, length).Fill(tape.Constants[~output]);
        else if (registers[output].Numbers != column)
            registers[output].First(length).CopyTo(column.AsSpan(at));
    }

    private static Register[] Registers(Tape tape)
    {
        var registers = new Register[tape.RegisterCount];
        HashSet<int> outputs = [.. tape.Outputs];
        for (int register = 0; register < registers.Length; register++)
        {
            if (!outputs.Contains(register))
                registers[register] = new Register(GC.AllocateUninitializedArray<double>(BlockSize), 0);
        }
        return registers;
    }

    private void Execute(Instruction instruction, ILeafDraws draws, int start, int length)
    {
        if (instruction.Input is Node input && Held.TryGetValue(input, out double held))
            registers[instruction.Results[0]].First(length).Fill(held);
        else if (instruction.Input is LeafNode leaf)
            draws.Fill(leaf, start, registers[instruction.Results[0]].First(length));
        else if (instruction.Function is IFunction function)
            Call(function, instruction, length);
        else
            Apply(instruction, length);
    }

    /// <summary>Operands that an operation does not take are its first one again.</summary>
    private void Apply(Instruction instruction, int length)
    {
        int[] operands = instruction.Operands;
        Arithmetic.Evaluate(
            instruction.Operation,
            Read(operands[0], length),
            Read(operands[operands.Length > 1 ? 1 : 0], length),
            Read(operands[operands.Length > 2 ? 2 : 0], length),
            registers[instruction.Results[0]].First(length));
    }

    private BlockOperand Read(int operand, int length) => operand >= 0
        ? BlockOperand.Block(registers[operand].First(length))
        : BlockOperand.Constant(copies.AsSpan(~operand * BlockOperand.Copies, BlockOperand.Copies));

    private void Call(IFunction function, Instruction instruction, int length)
    {
        Span<double> inputs = stackalloc double[instruction.Operands.Length];
        Span<double> outputs = stackalloc double[instruction.Results.Length];
        for (int draw = 0; draw < length; draw++)
        {
            for (int i = 0; i < inputs.Length; i++)
                inputs[i] = instruction.Operands[i] is >= 0 and int register ? registers[register].First(length)[draw] : tape.Constants[~instruction.Operands[i]];
            FunctionNode.Evaluate(function, inputs, outputs);
            for (int i = 0; i < outputs.Length; i++)
                registers[instruction.Results[i]].First(length)[draw] = outputs[i];
        }
    }

    /// <summary>A block of numbers in an array.</summary>
    private readonly record struct Register(double[] Numbers, int Start)
    {
        public Span<double> First(int length) => Numbers.AsSpan(Start, length);
    }
}
