namespace MlsdEstimator.Tests;

/// <summary>Every kernel gives the same bits at every width; 512 bits run in software where the machine has none.</summary>
public class LanesTests
{
    private static readonly double[] Edges =
        [0, -0.0, 1, -1, 0.5, 2, 1.5, 2.5, -2.5, 1e-300, 5e-324, -5e-324, 1e308, -1e308, double.NaN, double.MaxValue, 709.78, -708.3, -745, 0.75, 30.000000000000004, 1 - 1e-16, 0.25, 1e-16];

    [Fact]
    public void Formulas_give_the_same_bits_at_every_width()
    {
        AssertSame<Formulas.Sum>();
        AssertSame<Formulas.Difference>();
        AssertSame<Formulas.Product>();
        AssertSame<Formulas.Ratio>();
        AssertSame<Formulas.Negative>();
        AssertSame<Formulas.Smaller>();
        AssertSame<Formulas.Larger>();
        AssertSame<Formulas.RoundedUp>();
        AssertSame<Formulas.RoundedDown>();
        AssertSame<Formulas.Power>();
        AssertSame<Formulas.Exponential>();
        AssertSame<Formulas.Logarithm>();
        AssertSame<Formulas.Root>();
        AssertSame<Formulas.IsGreater>();
        AssertSame<Formulas.IsAtLeast>();
        AssertSame<Formulas.Opposite>();
        AssertSame<Formulas.Choice>();
        AssertSame<Formulas.Guarded>();
    }

    [Fact]
    public void Look_ups_give_the_same_bits_at_every_width()
    {
        var table = new PolynomialTable(rows: 40, halfWidth: 0.5, (row, offset) => Math.Sin(row + offset));
        AssertSame(new Sine(table), [.. Numbers(1_000, 39)]);
    }

    [Fact]
    public void Look_up_follows_the_function_over_its_whole_piece()
    {
        var table = new PolynomialTable(rows: 40, halfWidth: 0.0625, (row, offset) => Math.Sin(row / 8.0 + offset));
        Assert.Equal(40, table.Rows);
        foreach (double offset in new[] { -0.0625, -0.05, 0, 0.03, 0.0625 })
            Assert.Equal(Math.Sin(17 / 8.0 + offset), table.Evaluate(Lanes1.AllBits(17), new Lanes1(offset)).Value, 5e-16);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(13)]
    public void Kernel_writes_its_block_and_nothing_else(int length)
    {
        double[] from = [.. Numbers(32, 3)], to = [.. Enumerable.Repeat(-7.0, 32)];
        Kernel.Apply(default(Exponential), from.AsSpan(0, length), to.AsSpan(0, length));
        for (int i = 0; i < to.Length; i++)
            Assert.Equal(i < length ? Kernel.Apply(default(Exponential), from[i]) : -7, to[i]);
    }

    [Fact]
    public void Whole_numbers_below_a_rounding_error_are_kept_and_others_rounded_up()
    {
        Assert.Equal(30, Arithmetic.Evaluate(Operation.Ceiling, 30.000000000000004));
        Assert.Equal(31, Arithmetic.Evaluate(Operation.Ceiling, 30.000000000001));
        Assert.Equal(29, Arithmetic.Evaluate(Operation.Floor, 29.9999999));
        Assert.Equal(30, Arithmetic.Evaluate(Operation.Floor, 29.999999999999996));
        Assert.Equal(-2, Arithmetic.Evaluate(Operation.Floor, -1.5));
    }

    [Theory]
    [InlineData(-2, 3, -8)]
    [InlineData(-2, 0.5, double.NaN)]
    [InlineData(0, 2, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(0, -1, double.NaN)]
    [InlineData(double.NaN, 0, double.NaN)]
    [InlineData(1, double.NaN, double.NaN)]
    [InlineData(-1, double.NaN, double.NaN)]
    [InlineData(9, 0.5, 3)]
    public void Powers_of_numbers_that_are_not_positive_follow_the_platform(double x, double y, double expected)
    {
        Assert.Equal(expected, Arithmetic.Evaluate(Operation.Power, x, y));
        double[] bases = [.. Enumerable.Repeat(2.0, 12), x], exponents = [.. Enumerable.Repeat(5.0, 12), y], results = new double[13];
        Arithmetic.Evaluate(Operation.Power, BlockOperand.Block(bases), BlockOperand.Block(exponents), BlockOperand.Block(bases), results);
        Assert.Equal([.. Enumerable.Repeat(32.0, 12), expected], results);
    }

    [Fact]
    public void Constant_stands_for_a_block_of_itself()
    {
        double[] block = [.. Numbers(21, 5)], constant = [.. Enumerable.Repeat(0.3, BlockOperand.Copies)], results = new double[21];
        Arithmetic.Evaluate(Operation.Divide, BlockOperand.Constant(constant), BlockOperand.Block(block), BlockOperand.Constant(constant), results);
        Assert.Equal(block.Select(x => 0.3 / x), results);
        Assert.Equal(0.3, BlockOperand.Constant(constant)[17]);
        Assert.Equal(block[17], BlockOperand.Block(block)[17]);
    }

    [Fact]
    public void Block_shorter_than_the_result_is_refused()
    {
        double[] block = new double[16];
        Assert.Throws<ArgumentOutOfRangeException>(() => Arithmetic.Evaluate(Operation.Add, BlockOperand.Block(block), BlockOperand.Block(block.AsSpan(0, 15)), BlockOperand.Block(block), new double[16]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BlockOperand.Constant(block.AsSpan(0, 7)));
    }

    private static IEnumerable<double> Numbers(int count, double largest)
    {
        var random = new Random(3);
        return Enumerable.Range(0, count).Select(_ => random.NextDouble() * largest);
    }

    private static void AssertSame<TFormula>()
        where TFormula : struct, IFormula
    {
        double[] firsts = [.. Edges, .. Numbers(200, 4), .. Numbers(200, 1e-3).Select(x => -x), 7, 7, 7];
        double[] seconds = [.. firsts.Reverse()], thirds = [.. firsts[5..], .. firsts[..5]];
        double[] one = Results<TFormula, Lanes1>(firsts, seconds, thirds);
        Assert.Equal(Bits(one), Bits(Results<TFormula, Lanes4>(firsts, seconds, thirds)));
        Assert.Equal(Bits(one), Bits(Results<TFormula, Lanes8>(firsts, seconds, thirds)));
        Assert.Equal(Bits(one), Bits([.. Enumerable.Range(0, one.Length).Select(i => Arithmetic.One<TFormula>(firsts[i], seconds[i], thirds[i]))]));
    }

    private static double[] Results<TFormula, TLanes>(double[] a, double[] b, double[] c)
        where TFormula : struct, IFormula
        where TLanes : struct, ILanes<TLanes>
    {
        var results = new double[a.Length];
        Arithmetic.Each<TFormula, TLanes>(BlockOperand.Block(a), BlockOperand.Block(b), BlockOperand.Block(c), results);
        return results;
    }

    private static void AssertSame<TKernel>(TKernel kernel, double[] values)
        where TKernel : struct, IKernel
    {
        (double[] one, double[] four, double[] eight) = (new double[values.Length], new double[values.Length], new double[values.Length]);
        Kernel.Apply<TKernel, Lanes1>(kernel, values, one);
        Kernel.Apply<TKernel, Lanes4>(kernel, values, four);
        Kernel.Apply<TKernel, Lanes8>(kernel, values, eight);
        Assert.Equal(Bits(one), Bits(four));
        Assert.Equal(Bits(one), Bits(eight));
    }

    /// <summary>The sign of a NaN has no meaning.</summary>
    private static long[] Bits(double[] values) => Array.ConvertAll(values, value => double.IsNaN(value) ? -1 : BitConverter.DoubleToInt64Bits(value));

    private readonly struct Exponential : IKernel
    {
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => Elementary.Exponential(x);
    }

    private readonly struct Sine(PolynomialTable table) : IKernel
    {
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes rounded = TLanes.Round(x), shift = TLanes.All(4503599627370496);
            return table.Evaluate(TLanes.SubtractBits(rounded + shift, shift), x - rounded);
        }
    }
}
