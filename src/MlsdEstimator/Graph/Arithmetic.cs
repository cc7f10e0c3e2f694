using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlsdEstimator;

/// <summary>Applies operations to numbers and to blocks of them; what they mean is said in <see cref="Formulas"/>.</summary>
internal static class Arithmetic
{
    public static double Evaluate(Operation operation, double a, double b = 0, double c = 0) => operation switch
    {
        Operation.Add => One<Formulas.Sum>(a, b, c),
        Operation.Subtract => One<Formulas.Difference>(a, b, c),
        Operation.Multiply => One<Formulas.Product>(a, b, c),
        Operation.Divide => One<Formulas.Ratio>(a, b, c),
        Operation.Negate => One<Formulas.Negative>(a, b, c),
        Operation.Minimum => One<Formulas.Smaller>(a, b, c),
        Operation.Maximum => One<Formulas.Larger>(a, b, c),
        Operation.Ceiling => One<Formulas.RoundedUp>(a, b, c),
        Operation.Floor => One<Formulas.RoundedDown>(a, b, c),
        Operation.Power => Power(a, b),
        Operation.Exponential => One<Formulas.Exponential>(a, b, c),
        Operation.Logarithm => One<Formulas.Logarithm>(a, b, c),
        Operation.SquareRoot => One<Formulas.Root>(a, b, c),
        Operation.IsGreater => One<Formulas.IsGreater>(a, b, c),
        Operation.IsAtLeast => One<Formulas.IsAtLeast>(a, b, c),
        Operation.And => One<Formulas.Smaller>(a, b, c),
        Operation.Or => One<Formulas.Larger>(a, b, c),
        Operation.Not => One<Formulas.Opposite>(a, b, c),
        Operation.If => One<Formulas.Choice>(a, b, c),
        Operation.Guard => One<Formulas.Guarded>(a, b, c),
        _ => throw new InvalidOperationException($"No arithmetic for {operation}."),
    };

    /// <summary>The same over blocks: element i of the result from element i of each operand.</summary>
    public static void Evaluate(Operation operation, BlockOperand a, BlockOperand b, BlockOperand c, Span<double> result)
    {
        switch (operation)
        {
            case Operation.Add: Each<Formulas.Sum>(a, b, c, result); break;
            case Operation.Subtract: Each<Formulas.Difference>(a, b, c, result); break;
            case Operation.Multiply: Each<Formulas.Product>(a, b, c, result); break;
            case Operation.Divide: Each<Formulas.Ratio>(a, b, c, result); break;
            case Operation.Negate: Each<Formulas.Negative>(a, b, c, result); break;
            case Operation.Minimum: Each<Formulas.Smaller>(a, b, c, result); break;
            case Operation.Maximum: Each<Formulas.Larger>(a, b, c, result); break;
            case Operation.Ceiling: Each<Formulas.RoundedUp>(a, b, c, result); break;
            case Operation.Floor: Each<Formulas.RoundedDown>(a, b, c, result); break;
            case Operation.Power: Powers(a, b, result); break;
            case Operation.Exponential: Each<Formulas.Exponential>(a, b, c, result); break;
            case Operation.Logarithm: Each<Formulas.Logarithm>(a, b, c, result); break;
            case Operation.SquareRoot: Each<Formulas.Root>(a, b, c, result); break;
            case Operation.IsGreater: Each<Formulas.IsGreater>(a, b, c, result); break;
            case Operation.IsAtLeast: Each<Formulas.IsAtLeast>(a, b, c, result); break;
            case Operation.And: Each<Formulas.Smaller>(a, b, c, result); break;
            case Operation.Or: Each<Formulas.Larger>(a, b, c, result); break;
            case Operation.Not: Each<Formulas.Opposite>(a, b, c, result); break;
            case Operation.If: Each<Formulas.Choice>(a, b, c, result); break;
            case Operation.Guard: Each<Formulas.Guarded>(a, b, c, result); break;
            default: throw new InvalidOperationException($"No arithmetic for {operation}.");
        }
    }

    /// <summary>Multiplies every value; one that overflows is infeasible.</summary>
    public static void Scale(Span<double> values, double factor)
    {
        Span<double> copies = stackalloc double[BlockOperand.Copies];
        copies.Fill(factor);
        Each<Formulas.Product>(BlockOperand.Block(values), BlockOperand.Constant(copies), BlockOperand.Constant(copies), values);
    }

    /// <summary>Adds a multiple of every value to the sum at its place.</summary>
    public static void AddScaled(Span<double> sums, ReadOnlySpan<double> values, double factor)
    {
        Span<double> copies = stackalloc double[BlockOperand.Copies];
        copies.Fill(factor);
        Each<Formulas.ScaledSum>(BlockOperand.Block(values), BlockOperand.Constant(copies), BlockOperand.Block(sums), sums);
    }

    /// <summary>What one formula gives for one number of each operand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double One<TFormula>(double a, double b, double c)
        where TFormula : struct, IFormula => TFormula.Apply(new Lanes1(a), new Lanes1(b), new Lanes1(c)).Value;

    /// <summary>Powers of numbers that are not positive are rare, and exact only for whole exponents: the platform knows their cases.</summary>
    public static double Power(double x, double y)
    {
        if (x > 0 || double.IsNaN(x) || double.IsNaN(y))
            return One<Formulas.Power>(x, y, 0);
        double power = Math.Pow(x, y);
        return power + (power - power);
    }

    private static void Powers(BlockOperand a, BlockOperand b, Span<double> result)
    {
        Each<Formulas.Power>(a, b, b, result);
        if (!AnyInfeasible(result))
            return;
        for (int i = 0; i < result.Length; i++)
            result[i] = double.IsNaN(result[i]) ? Power(a[i], b[i]) : result[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AnyInfeasible(ReadOnlySpan<double> values)
    {
        bool any = false;
        int i = 0;
        for (; i <= values.Length - Vector256<double>.Count; i += Vector256<double>.Count)
            any |= Vector256.IsNaN(Vector256.Create(values[i..])) != Vector256<double>.Zero;
        for (; i < values.Length; i++)
            any |= double.IsNaN(values[i]);
        return any;
    }

    private static void Each<TFormula>(BlockOperand a, BlockOperand b, BlockOperand c, Span<double> result)
        where TFormula : struct, IFormula
    {
        if (Vector512.IsHardwareAccelerated)
            Each<TFormula, Lanes8>(a, b, c, result);
        else
            Each<TFormula, Lanes4>(a, b, c, result);
    }

    /// <summary>The loop at a given width; what is left at the end goes one by one, to the same bits. Not inlined, for the reason of <see cref="Kernel"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Each<TFormula, TLanes>(BlockOperand a, BlockOperand b, BlockOperand c, Span<double> result)
        where TFormula : struct, IFormula
        where TLanes : struct, ILanes<TLanes>
    {
        a.Hold(result.Length);
        b.Hold(result.Length);
        c.Hold(result.Length);
        ref double to = ref MemoryMarshal.GetReference(result);
        nint i = 0;
        for (; i <= result.Length - TLanes.Count; i += TLanes.Count)
            TLanes.Store(TFormula.Apply(a.At<TLanes>(i), b.At<TLanes>(i), c.At<TLanes>(i)), ref Unsafe.Add(ref to, i));
        for (; i < result.Length; i++)
            Unsafe.Add(ref to, i) = TFormula.Apply(a.At<Lanes1>(i), b.At<Lanes1>(i), c.At<Lanes1>(i)).Value;
    }
}
