namespace MlsdEstimator;

/// <summary>Evaluates a graph over given draws of its inputs, where a <see cref="TapeRun"/> makes its own.</summary>
internal sealed class TapeColumns
{
    private readonly Tape tape;
    private readonly double[][] registers;
    private readonly double[][] spread;

    /// <param name="roots">What to compute.</param>
    /// <param name="count">Draws.</param>
    public TapeColumns(IReadOnlyList<Node> roots, int count)
    {
        tape = Tape.Compile(roots);
        registers = [.. Enumerable.Range(0, tape.RegisterCount).Select(_ => new double[count])];
        spread = [.. Enumerable.Range(0, 3).Select(_ => new double[count])];
    }

    /// <summary>One column for each root.</summary>
    /// <param name="valuesOf">Draws of an input, in base units.</param>
    public double[][] Evaluate(Func<LeafNode, double[]> valuesOf)
    {
        foreach (Instruction instruction in tape.Instructions)
            Execute(instruction, valuesOf);
        return [.. tape.Outputs.Select(output => Read(output, 0).ToArray())];
    }

    private void Execute(Instruction instruction, Func<LeafNode, double[]> valuesOf)
    {
        int[] operands = instruction.Operands;
        if (instruction.Input is LeafNode leaf)
            valuesOf(leaf).CopyTo(registers[instruction.Results[0]], 0);
        else if (instruction.Function is IFunction function)
            Call(function, instruction);
        else
            Arithmetic.Evaluate(instruction.Operation, Operand(operands, 0), Operand(operands, 1), Operand(operands, 2), registers[instruction.Results[0]]);
    }

    /// <summary>Operands that an operation does not take are its first one again.</summary>
    private BlockOperand Operand(int[] operands, int place) => BlockOperand.Block(Read(operands[place < operands.Length ? place : 0], place));

    private ReadOnlySpan<double> Read(int operand, int place)
    {
        if (operand >= 0)
            return registers[operand];
        Array.Fill(spread[place], tape.Constants[~operand]);
        return spread[place];
    }

    private void Call(IFunction function, Instruction instruction)
    {
        Span<double> inputs = stackalloc double[instruction.Operands.Length];
        Span<double> outputs = stackalloc double[instruction.Results.Length];
        for (int draw = 0; draw < spread[0].Length; draw++)
        {
            for (int i = 0; i < inputs.Length; i++)
                inputs[i] = instruction.Operands[i] is >= 0 and int register ? registers[register][draw] : tape.Constants[~instruction.Operands[i]];
            FunctionNode.Evaluate(function, inputs, outputs);
            for (int i = 0; i < outputs.Length; i++)
                registers[instruction.Results[i]][draw] = outputs[i];
        }
    }
}
