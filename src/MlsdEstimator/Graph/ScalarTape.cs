using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlsdEstimator;

/// <summary>A graph compiled for one value of each input: runs of equal operations over one array of numbers.</summary>
/// <remarks>
/// The array holds constants, inputs and results, in this order; the results of a run stand side by side. A switch for each node would cost a mispredicted
/// jump for most of them, 4 to 7 ns; a run costs its loop. Evaluating allocates nothing. Not thread-safe: one for each thread.
/// </remarks>
internal sealed class ScalarTape
{
    private const int NoCall = -1;

    private readonly Run[] runs;
    private readonly Source[] sources;
    private readonly TapeCall[] calls;
    private readonly double[] values;
    private readonly Instruction[] steps;

    /// <param name="numbering">The values of the graph. Its steps are changed: afterwards they name places of this tape.</param>
    public ScalarTape(ValueNumbering numbering)
    {
        List<Instruction> inputs = numbering.Steps.FindAll(step => step.Input is not null);
        List<Instruction> ordered = OpcodeOrder.Of(numbering.Steps.FindAll(step => step.Input is null), numbering.Count);
        Variables = numbering.Constants.Count;
        int[] places = Places(numbering.Count, [.. inputs, .. ordered]);
        values = new double[Variables + numbering.Count];
        numbering.Constants.CopyTo(values);
        steps = [.. ordered];
        sources = Array.ConvertAll(steps, step => Rename(step, places));
        calls = [.. steps.Where(step => step.Function is not null).Select(step => new TapeCall(step))];
        runs = Runs();
        Outputs = Array.ConvertAll(numbering.Outputs, number => number >= 0 ? places[number] : ~number);
        Inputs = inputs.ToDictionary(step => step.Input!, step => places[step.Results[0]]);
        foreach ((Node input, int place) in Inputs)
            values[place] = input.Nominal;
    }

    /// <summary>Place of each input.</summary>
    public Dictionary<Node, int> Inputs { get; }

    /// <summary>Place of each root.</summary>
    public int[] Outputs { get; }

    /// <summary>The first place that is not a constant.</summary>
    public int Variables { get; }

    /// <summary>Every step in the order of execution, operands before the steps that use them; its numbers are places.</summary>
    public ReadOnlySpan<Instruction> Steps => steps;

    /// <summary>All numbers, by place. Inputs may be written.</summary>
    public Span<double> Values => values;

    /// <summary>Computes every result from the inputs as they stand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Evaluate()
    {
        ref double numbers = ref MemoryMarshal.GetArrayDataReference(values);
        ref Source first = ref MemoryMarshal.GetArrayDataReference(sources);
        foreach (ref readonly Run run in runs.AsSpan())
            Evaluate(in run, ref numbers, ref Unsafe.Add(ref first, run.First));
    }

    private int[] Places(int count, List<Instruction> steps)
    {
        var places = new int[count];
        int place = Variables;
        foreach (Instruction step in steps)
        {
            foreach (int result in step.Results)
                places[result] = place++;
        }
        return places;
    }

    private static Source Rename(Instruction step, int[] places)
    {
        Rename(step.Operands, places);
        Rename(step.Results, places);
        int[] operands = step.Operands;
        return operands.Length == 0 ? default : new Source(operands[0], operands[operands.Length > 1 ? 1 : 0], operands[operands.Length > 2 ? 2 : 0]);
    }

    private static void Rename(int[] numbers, int[] places)
    {
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = numbers[i] >= 0 ? places[numbers[i]] : ~numbers[i];
    }

    private Run[] Runs()
    {
        var found = new List<Run>();
        int call = 0;
        for (int step = 0; step < steps.Length; step++)
        {
            Run? last = found.Count > 0 ? found[^1] : null;
            if (steps[step].Function is not null)
                found.Add(new Run(default, step, 1, 0, call++));
            else if (last is { Call: NoCall } run && run.Operation == steps[step].Operation)
                found[^1] = run with { Count = run.Count + 1 };
            else
                found.Add(new Run(steps[step].Operation, step, 1, steps[step].Results[0], NoCall));
        }
        return [.. found];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Evaluate(in Run run, ref double numbers, ref Source sources)
    {
        if (run.Call != NoCall)
        {
            calls[run.Call].Evaluate(values);
            return;
        }
        switch (run.Operation)
        {
            case Operation.Add: Two<Formulas.Sum>(run, ref numbers, ref sources); break;
            case Operation.Subtract: Two<Formulas.Difference>(run, ref numbers, ref sources); break;
            case Operation.Multiply: Two<Formulas.Product>(run, ref numbers, ref sources); break;
            case Operation.Divide: Two<Formulas.Ratio>(run, ref numbers, ref sources); break;
            case Operation.Negate: One<Formulas.Negative>(run, ref numbers, ref sources); break;
            case Operation.Minimum: Two<Formulas.Smaller>(run, ref numbers, ref sources); break;
            case Operation.Maximum: Two<Formulas.Larger>(run, ref numbers, ref sources); break;
            case Operation.Ceiling: One<Formulas.RoundedUp>(run, ref numbers, ref sources); break;
            case Operation.Floor: One<Formulas.RoundedDown>(run, ref numbers, ref sources); break;
            case Operation.Power: Powers(run); break;
            case Operation.Exponential: One<Formulas.Exponential>(run, ref numbers, ref sources); break;
            case Operation.Logarithm: One<Formulas.Logarithm>(run, ref numbers, ref sources); break;
            case Operation.SquareRoot: One<Formulas.Root>(run, ref numbers, ref sources); break;
            case Operation.IsGreater: Two<Formulas.IsGreater>(run, ref numbers, ref sources); break;
            case Operation.IsAtLeast: Two<Formulas.IsAtLeast>(run, ref numbers, ref sources); break;
            case Operation.And: Two<Formulas.Smaller>(run, ref numbers, ref sources); break;
            case Operation.Or: Two<Formulas.Larger>(run, ref numbers, ref sources); break;
            case Operation.Not: One<Formulas.Opposite>(run, ref numbers, ref sources); break;
            case Operation.If: Three<Formulas.Choice>(run, ref numbers, ref sources); break;
            case Operation.Guard: Two<Formulas.Guarded>(run, ref numbers, ref sources); break;
            default: throw new InvalidOperationException($"No arithmetic for {run.Operation}.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void One<TFormula>(in Run run, ref double numbers, ref Source source)
        where TFormula : struct, IFormula
    {
        ref double result = ref Unsafe.Add(ref numbers, run.Result);
        ref double end = ref Unsafe.Add(ref result, run.Count);
        for (; Unsafe.IsAddressLessThan(ref result, ref end); result = ref Unsafe.Add(ref result, 1), source = ref Unsafe.Add(ref source, 1))
            result = Arithmetic.One<TFormula>(Unsafe.Add(ref numbers, source.A), 0, 0);
    }

    /// <summary>Apart from operations on three, because a number that is loaded in vain costs as much as one that is used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Two<TFormula>(in Run run, ref double numbers, ref Source source)
        where TFormula : struct, IFormula
    {
        ref double result = ref Unsafe.Add(ref numbers, run.Result);
        ref double end = ref Unsafe.Add(ref result, run.Count);
        for (; Unsafe.IsAddressLessThan(ref result, ref end); result = ref Unsafe.Add(ref result, 1), source = ref Unsafe.Add(ref source, 1))
            result = Arithmetic.One<TFormula>(Unsafe.Add(ref numbers, source.A), Unsafe.Add(ref numbers, source.B), 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Three<TFormula>(in Run run, ref double numbers, ref Source source)
        where TFormula : struct, IFormula
    {
        ref double result = ref Unsafe.Add(ref numbers, run.Result);
        ref double end = ref Unsafe.Add(ref result, run.Count);
        for (; Unsafe.IsAddressLessThan(ref result, ref end); result = ref Unsafe.Add(ref result, 1), source = ref Unsafe.Add(ref source, 1))
            result = Arithmetic.One<TFormula>(Unsafe.Add(ref numbers, source.A), Unsafe.Add(ref numbers, source.B), Unsafe.Add(ref numbers, source.C));
    }

    private void Powers(in Run run)
    {
        for (int i = 0; i < run.Count; i++)
            values[run.Result + i] = Arithmetic.Power(values[sources[run.First + i].A], values[sources[run.First + i].B]);
    }

    /// <summary>Places of the operands of a step; where it takes fewer, the first one again.</summary>
    private readonly record struct Source(int A, int B, int C);

    /// <summary>Steps of one operation that follow each other, or one call.</summary>
    private readonly record struct Run(Operation Operation, int First, int Count, int Result, int Call);
}
