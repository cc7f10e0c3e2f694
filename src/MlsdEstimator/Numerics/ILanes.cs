using System.Numerics;

namespace MlsdEstimator;

/// <summary>One or more numbers side by side. A kernel written over lanes is one text for a single number and for vectors of any width.</summary>
/// <remarks>
/// Every operation here rounds each lane as IEEE 754 says, whatever its neighbours and the width are: so the same kernel gives the same bits in the middle
/// of a block, at its end, and for one number alone.
/// </remarks>
/// <typeparam name="TSelf">The width.</typeparam>
internal interface ILanes<TSelf>
    : IAdditionOperators<TSelf, TSelf, TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>, IMultiplyOperators<TSelf, TSelf, TSelf>,
      IDivisionOperators<TSelf, TSelf, TSelf>, IUnaryNegationOperators<TSelf, TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Numbers side by side.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf All(double value);

    /// <summary>The same bit pattern in every lane.</summary>
    static abstract TSelf AllBits(ulong bits);

    static abstract TSelf Load(ref readonly double first);

    static abstract void Store(TSelf lanes, ref double first);

    /// <summary>a b + c, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Absolute(TSelf x);

    static abstract TSelf SquareRoot(TSelf x);

    /// <summary>To the nearest whole number, halves to even.</summary>
    static abstract TSelf Round(TSelf x);

    static abstract TSelf Ceiling(TSelf x);

    /// <summary>The smaller one; NaN when either is.</summary>
    static abstract TSelf Minimum(TSelf a, TSelf b);

    /// <summary>The larger one; NaN when either is.</summary>
    static abstract TSelf Maximum(TSelf a, TSelf b);

    /// <summary>a > b ? then : otherwise; so otherwise where one is NaN.</summary>
    static abstract TSelf IfGreater(TSelf a, TSelf b, TSelf then, TSelf otherwise);

    /// <summary>a >= b ? then : otherwise; so otherwise where one is NaN.</summary>
    static abstract TSelf IfAtLeast(TSelf a, TSelf b, TSelf then, TSelf otherwise);

    /// <summary>a == b ? then : otherwise; so otherwise where one is NaN.</summary>
    static abstract TSelf IfEqual(TSelf a, TSelf b, TSelf then, TSelf otherwise);

    static abstract TSelf And(TSelf a, TSelf b);

    static abstract TSelf Or(TSelf a, TSelf b);

    /// <summary>Sum of the bit patterns as 64-bit whole numbers.</summary>
    static abstract TSelf AddBits(TSelf a, TSelf b);

    /// <summary>Difference of the bit patterns as 64-bit whole numbers.</summary>
    static abstract TSelf SubtractBits(TSelf a, TSelf b);

    static abstract TSelf ShiftLeft(TSelf a, int digits);

    /// <summary>Zeros enter from above.</summary>
    static abstract TSelf ShiftRight(TSelf a, int digits);

    /// <summary>
    /// In each lane the polynomial of degree 7 in <paramref name="x"/> whose coefficients, constant first, are a row of a table.
    /// </summary>
    /// <param name="table">First number of row 0; rows of 8.</param>
    /// <param name="row">Bit patterns that are the number of the row. Not checked.</param>
    /// <param name="x">Where to evaluate.</param>
    static abstract TSelf Polynomial(ref readonly double table, TSelf row, TSelf x);
}
