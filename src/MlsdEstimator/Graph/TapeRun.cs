using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>Evaluates a tape over blocks of draws.</summary>
internal sealed class TapeRun
{
    /// <summary>Draws of a block: registers of 8 kB, a few dozen of which fit into a second-level cache.</summary>
    public const int BlockSize = 1024;

    private readonly Tape tape;
    private readonly ulong seed;
    private readonly int[] streams;
    private readonly double[][] registers;

    public TapeRun(Tape tape, IReadOnlyDictionary<LeafNode, int> streams, ulong seed)
    {
        (this.tape, this.seed) = (tape, seed);
        this.streams = Array.ConvertAll(tape.Leaves, leaf => streams[leaf]);
        registers = new double[tape.RegisterCount][];
        for (int register = 0; register < registers.Length; register++)
            registers[register] = new double[BlockSize];
        for (int constant = 0; constant < tape.Constants.Length; constant++)
            registers[constant].AsSpan().Fill(tape.Constants[constant]);
    }

    /// <summary>One column of draws for each output of the tape.</summary>
    public double[][] Columns(int samples, CancellationToken cancellation)
    {
        double[][] columns = [.. tape.Outputs.Select(_ => new double[samples])];
        for (int start = 0; start < samples; start += BlockSize)
        {
            cancellation.ThrowIfCancellationRequested();
            int length = Math.Min(BlockSize, samples - start);
            Evaluate(start, length);
            for (int output = 0; output < columns.Length; output++)
                registers[tape.Outputs[output]].AsSpan(0, length).CopyTo(columns[output].AsSpan(start));
        }
        return columns;
    }

    private void Evaluate(int start, int length)
    {
        for (int leaf = 0; leaf < tape.Leaves.Length; leaf++)
            Draw(leaf, start, registers[tape.Constants.Length + leaf].AsSpan(0, length));
        foreach (Instruction instruction in tape.Instructions)
        {
            if (instruction.Function is null)
                Apply(instruction, length);
            else
                Call(instruction, length);
        }
    }

    /// <summary>A draw that overflows is infeasible, as every other number that does.</summary>
    private void Draw(int leaf, int start, Span<double> values)
    {
        LeafNode node = tape.Leaves[leaf];
        Span<double> scores = stackalloc double[values.Length];
        RandomScores.Fill(seed, streams[leaf], start, scores);
        node.Distribution.AtScores(scores, values);
        TensorPrimitives.Multiply(values, node.Unit, values);
        foreach (ref double value in values)
            value += value - value;
    }

    private void Apply(Instruction instruction, int length)
    {
        int[] inputs = instruction.Inputs;
        Arithmetic.Evaluate(
            instruction.Operation,
            registers[inputs[0]].AsSpan(0, length),
            inputs.Length > 1 ? registers[inputs[1]].AsSpan(0, length) : default,
            inputs.Length > 2 ? registers[inputs[2]].AsSpan(0, length) : default,
            registers[instruction.Results[0]].AsSpan(0, length));
    }

    private void Call(Instruction instruction, int length)
    {
        Span<double> arguments = stackalloc double[instruction.Inputs.Length];
        Span<double> outputs = stackalloc double[instruction.Results.Length];
        for (int draw = 0; draw < length; draw++)
        {
            for (int i = 0; i < arguments.Length; i++)
                arguments[i] = registers[instruction.Inputs[i]][draw];
            FunctionNode.Evaluate(instruction.Function!, arguments, outputs);
            for (int i = 0; i < outputs.Length; i++)
                registers[instruction.Results[i]][draw] = outputs[i];
        }
    }
}
