using System.Reflection;

namespace MlsdEstimator.Tests;

/// <summary>Which pairs of types an operator joins, and what comes out. The tables were read off the compiler: everything that is not listed does not compile.</summary>
public class OperatorMatrixTests
{
    private const string Sums = """
        Scalar: Scalar = Scalar, Fraction = Scalar
        Fraction: Scalar = Scalar, Fraction = Fraction
        Duration: Duration = Duration
        Rate: Rate = Rate
        DataSize: DataSize = DataSize
        Bandwidth: Bandwidth = Bandwidth
        FlopCount: FlopCount = FlopCount
        FlopRate: FlopRate = FlopRate
        Money: Money = Money
        Spend: Spend = Spend
        Energy: Energy = Energy
        Power: Power = Power
        Money per DataSize: Money per DataSize = Money per DataSize
        Money per FlopCount: Money per FlopCount = Money per FlopCount
        Money per Energy: Money per Energy = Money per Energy
        Energy per FlopCount: Energy per FlopCount = Energy per FlopCount
        Spend per DataSize: Spend per DataSize = Spend per DataSize
        Money per Scalar: Money per Scalar = Money per Scalar
        """;

    private const string Products = """
        Scalar: Scalar = Scalar, Fraction = Scalar, Duration = Duration, Rate = Rate, DataSize = DataSize, Bandwidth = Bandwidth, FlopCount = FlopCount, FlopRate = FlopRate, Money = Money, Spend = Spend, Energy = Energy, Power = Power, Money per DataSize = Money per DataSize, Money per FlopCount = Money per FlopCount, Money per Energy = Money per Energy, Energy per FlopCount = Energy per FlopCount, Spend per DataSize = Spend per DataSize, Money per Scalar = Money
        Fraction: Scalar = Scalar, Fraction = Fraction, Duration = Duration, Rate = Rate, DataSize = DataSize, Bandwidth = Bandwidth, FlopCount = FlopCount, FlopRate = FlopRate, Money = Money, Spend = Spend, Energy = Energy, Power = Power, Money per DataSize = Money per DataSize, Money per FlopCount = Money per FlopCount, Money per Energy = Money per Energy, Energy per FlopCount = Energy per FlopCount, Spend per DataSize = Spend per DataSize, Money per Scalar = Money
        Duration: Scalar = Duration, Fraction = Duration, Rate = Scalar, Bandwidth = DataSize, FlopRate = FlopCount, Spend = Money, Power = Energy
        Rate: Scalar = Rate, Fraction = Rate, Duration = Scalar, DataSize = Bandwidth, FlopCount = FlopRate, Money = Spend, Energy = Power
        DataSize: Scalar = DataSize, Fraction = DataSize, Rate = Bandwidth, Money per DataSize = Money, Spend per DataSize = Spend
        Bandwidth: Scalar = Bandwidth, Fraction = Bandwidth, Duration = DataSize, Money per DataSize = Spend
        FlopCount: Scalar = FlopCount, Fraction = FlopCount, Rate = FlopRate, Money per FlopCount = Money, Energy per FlopCount = Energy
        FlopRate: Scalar = FlopRate, Fraction = FlopRate, Duration = FlopCount, Money per FlopCount = Spend, Energy per FlopCount = Power
        Money: Scalar = Money, Fraction = Money, Rate = Spend
        Spend: Scalar = Spend, Fraction = Spend, Duration = Money
        Energy: Scalar = Energy, Fraction = Energy, Rate = Power, Money per Energy = Money
        Power: Scalar = Power, Fraction = Power, Duration = Energy, Money per Energy = Spend
        Money per DataSize: Scalar = Money per DataSize, Fraction = Money per DataSize, DataSize = Money, Bandwidth = Spend
        Money per FlopCount: Scalar = Money per FlopCount, Fraction = Money per FlopCount, FlopCount = Money, FlopRate = Spend
        Money per Energy: Scalar = Money per Energy, Fraction = Money per Energy, Energy = Money, Power = Spend
        Energy per FlopCount: Scalar = Energy per FlopCount, Fraction = Energy per FlopCount, FlopCount = Energy, FlopRate = Power
        Spend per DataSize: Scalar = Spend per DataSize, Fraction = Spend per DataSize, DataSize = Spend
        Money per Scalar: Scalar = Money, Fraction = Money
        """;

    private const string Ratios = """
        Scalar: Scalar = Scalar, Fraction = Scalar, Duration = Rate, Rate = Duration
        Fraction: Scalar = Scalar, Fraction = Scalar, Duration = Rate, Rate = Duration
        Duration: Scalar = Duration, Fraction = Duration, Duration = Scalar
        Rate: Scalar = Rate, Fraction = Rate, Rate = Scalar
        DataSize: Scalar = DataSize, Fraction = DataSize, Duration = Bandwidth, DataSize = Scalar, Bandwidth = Duration
        Bandwidth: Scalar = Bandwidth, Fraction = Bandwidth, Rate = DataSize, DataSize = Rate, Bandwidth = Scalar
        FlopCount: Scalar = FlopCount, Fraction = FlopCount, Duration = FlopRate, FlopCount = Scalar, FlopRate = Duration
        FlopRate: Scalar = FlopRate, Fraction = FlopRate, Rate = FlopCount, FlopCount = Rate, FlopRate = Scalar
        Money: Scalar = Money, Fraction = Money, Duration = Spend, Money = Scalar, Spend = Duration, Money per DataSize = DataSize, Money per FlopCount = FlopCount, Money per Energy = Energy, Money per Scalar = Scalar
        Spend: Scalar = Spend, Fraction = Spend, Rate = Money, Money = Rate, Spend = Scalar, Spend per DataSize = DataSize
        Energy: Scalar = Energy, Fraction = Energy, Duration = Power, Energy = Scalar, Power = Duration, Energy per FlopCount = FlopCount
        Power: Scalar = Power, Fraction = Power, Rate = Energy, Energy = Rate, Power = Scalar
        Money per DataSize: Scalar = Money per DataSize, Fraction = Money per DataSize, Money per DataSize = Scalar
        Money per FlopCount: Scalar = Money per FlopCount, Fraction = Money per FlopCount, Money per FlopCount = Scalar
        Money per Energy: Scalar = Money per Energy, Fraction = Money per Energy, Money per Energy = Scalar
        Energy per FlopCount: Scalar = Energy per FlopCount, Fraction = Energy per FlopCount, Energy per FlopCount = Scalar
        Spend per DataSize: Scalar = Spend per DataSize, Fraction = Spend per DataSize, Spend per DataSize = Scalar
        Money per Scalar: Scalar = Money per Scalar, Fraction = Money per Scalar, Money per Scalar = Scalar
        """;

    private static readonly Dictionary<string, Type> Types = new()
    {
        ["Scalar"] = typeof(Scalar),
        ["Fraction"] = typeof(Fraction),
        ["Duration"] = typeof(Duration),
        ["Rate"] = typeof(Rate),
        ["DataSize"] = typeof(DataSize),
        ["Bandwidth"] = typeof(Bandwidth),
        ["FlopCount"] = typeof(FlopCount),
        ["FlopRate"] = typeof(FlopRate),
        ["Money"] = typeof(Money),
        ["Spend"] = typeof(Spend),
        ["Energy"] = typeof(Energy),
        ["Power"] = typeof(Power),
        ["Money per DataSize"] = typeof(Quotient<Money, DataSize>),
        ["Money per FlopCount"] = typeof(Quotient<Money, FlopCount>),
        ["Money per Energy"] = typeof(Quotient<Money, Energy>),
        ["Energy per FlopCount"] = typeof(Quotient<Energy, FlopCount>),
        ["Spend per DataSize"] = typeof(Quotient<Spend, DataSize>),
        ["Money per Scalar"] = typeof(Quotient<Money, Scalar>),
    };

    [Theory]
    [InlineData("op_Addition", Sums)]
    [InlineData("op_Subtraction", Sums)]
    [InlineData("op_Multiply", Products)]
    [InlineData("op_Division", Ratios)]
    public void Arithmetic_of_two_types_gives_the_type_of_the_table(string method, string table) => Assert.Equal(Lines(table), Lines(Matrix(method)));

    [Theory]
    [InlineData("op_GreaterThan", typeof(Condition))]
    [InlineData("op_LessThan", typeof(Condition))]
    [InlineData("op_GreaterThanOrEqual", typeof(Condition))]
    [InlineData("op_LessThanOrEqual", typeof(Condition))]
    [InlineData("op_Equality", typeof(bool))]
    [InlineData("op_Inequality", typeof(bool))]
    public void Comparison_joins_only_the_same_type_and_numbers_with_fractions(string method, Type result)
    {
        foreach (Type left in Types.Values)
        {
            foreach (Type right in Types.Values)
                Assert.Equal(IsComparable(left, right) ? result : null, OperatorResolver.Resolve(method, left, right));
        }
    }

    [Fact]
    public void Negation_keeps_the_type_except_for_a_fraction()
    {
        foreach (Type type in Types.Values)
            Assert.Equal(type == typeof(Fraction) ? typeof(Scalar) : type, OperatorResolver.Resolve("op_UnaryNegation", type));
    }

    [Fact]
    public void Operators_that_exist_are_exactly_these()
    {
        string[] expected =
        [
            "Boolean Quantity<TSelf>.op_Equality(Quantity<TSelf>, Quantity<TSelf>)",
            "Boolean Quantity<TSelf>.op_Inequality(Quantity<TSelf>, Quantity<TSelf>)",
            "Condition Quantity<TSelf>.op_GreaterThan(Quantity<TSelf>, Quantity<TSelf>)",
            "Condition Quantity<TSelf>.op_GreaterThanOrEqual(Quantity<TSelf>, Quantity<TSelf>)",
            "Condition Quantity<TSelf>.op_LessThan(Quantity<TSelf>, Quantity<TSelf>)",
            "Condition Quantity<TSelf>.op_LessThanOrEqual(Quantity<TSelf>, Quantity<TSelf>)",
            "Condition Scalar.op_GreaterThan(Scalar, Scalar)",
            "Condition Scalar.op_GreaterThanOrEqual(Scalar, Scalar)",
            "Condition Scalar.op_LessThan(Scalar, Scalar)",
            "Condition Scalar.op_LessThanOrEqual(Scalar, Scalar)",
            "Duration Rate.op_Division(Scalar, Rate)",
            "Duration Stock<TSelf, TFlow>.op_Division(Stock<TSelf, TFlow>, TFlow)",
            "Fraction Fraction.op_Addition(Fraction, Fraction)",
            "Fraction Fraction.op_Implicit(ValueTuple<Double, Double, Double>)",
            "Fraction Fraction.op_Implicit(ValueTuple<Double, Double>)",
            "Fraction Fraction.op_Multiply(Fraction, Fraction)",
            "Fraction Fraction.op_Subtraction(Fraction, Fraction)",
            "Fraction Fraction.op_Subtraction(Int32, Fraction)",
            "Power QuotientExtensions.op_Multiply(FlopRate, Quotient<Energy, FlopCount>)",
            "Power QuotientExtensions.op_Multiply(Quotient<Energy, FlopCount>, FlopRate)",
            "Rate Duration.op_Division(Scalar, Duration)",
            "Rate Flow<TSelf, TStock>.op_Division(Flow<TSelf, TStock>, TStock)",
            "Scalar Fraction.op_Division(Fraction, Scalar)",
            "Scalar Fraction.op_Implicit(Fraction)",
            "Scalar Fraction.op_Multiply(Fraction, Scalar)",
            "Scalar Fraction.op_Multiply(Scalar, Fraction)",
            "Scalar Fraction.op_UnaryNegation(Fraction)",
            "Scalar Quantity<TSelf>.op_Division(Quantity<TSelf>, Quantity<TSelf>)",
            "Scalar Rate.op_Multiply(Duration, Rate)",
            "Scalar Rate.op_Multiply(Rate, Duration)",
            "Scalar Scalar.op_Addition(Scalar, Scalar)",
            "Scalar Scalar.op_Division(Scalar, Scalar)",
            "Scalar Scalar.op_Implicit(Double)",
            "Scalar Scalar.op_Implicit(ValueTuple<Double, Double, Double>)",
            "Scalar Scalar.op_Implicit(ValueTuple<Double, Double>)",
            "Scalar Scalar.op_Multiply(Scalar, Scalar)",
            "Scalar Scalar.op_Subtraction(Scalar, Scalar)",
            "Spend QuotientExtensions.op_Multiply(Bandwidth, Quotient<Money, DataSize>)",
            "Spend QuotientExtensions.op_Multiply(FlopRate, Quotient<Money, FlopCount>)",
            "Spend QuotientExtensions.op_Multiply(Power, Quotient<Money, Energy>)",
            "Spend QuotientExtensions.op_Multiply(Quotient<Money, DataSize>, Bandwidth)",
            "Spend QuotientExtensions.op_Multiply(Quotient<Money, Energy>, Power)",
            "Spend QuotientExtensions.op_Multiply(Quotient<Money, FlopCount>, FlopRate)",
            "TDenominator Quotient<TNumerator, TDenominator>.op_Division(TNumerator, Quotient<TNumerator, TDenominator>)",
            "TFlow Stock<TSelf, TFlow>.op_Division(Stock<TSelf, TFlow>, Duration)",
            "TFlow Stock<TSelf, TFlow>.op_Multiply(Rate, Stock<TSelf, TFlow>)",
            "TFlow Stock<TSelf, TFlow>.op_Multiply(Stock<TSelf, TFlow>, Rate)",
            "TNumerator Quotient<TNumerator, TDenominator>.op_Multiply(Quotient<TNumerator, TDenominator>, TDenominator)",
            "TNumerator Quotient<TNumerator, TDenominator>.op_Multiply(TDenominator, Quotient<TNumerator, TDenominator>)",
            "TSelf Quantity<TSelf>.op_Addition(Quantity<TSelf>, Quantity<TSelf>)",
            "TSelf Quantity<TSelf>.op_Division(Quantity<TSelf>, Scalar)",
            "TSelf Quantity<TSelf>.op_Multiply(Quantity<TSelf>, Scalar)",
            "TSelf Quantity<TSelf>.op_Multiply(Scalar, Quantity<TSelf>)",
            "TSelf Quantity<TSelf>.op_Subtraction(Quantity<TSelf>, Quantity<TSelf>)",
            "TSelf Quantity<TSelf>.op_UnaryNegation(Quantity<TSelf>)",
            "TStock Flow<TSelf, TStock>.op_Division(Flow<TSelf, TStock>, Rate)",
            "TStock Flow<TSelf, TStock>.op_Multiply(Duration, Flow<TSelf, TStock>)",
            "TStock Flow<TSelf, TStock>.op_Multiply(Flow<TSelf, TStock>, Duration)",
        ];
        Assert.Equal(expected, OperatorResolver.Signatures().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_product_and_ratio_of_the_tables_has_a_value_asserted()
    {
        IEnumerable<string> legal = Pairs(Products, "*").Concat(Pairs(Ratios, "/")).Concat(Pairs(Sums, "+")).Concat(Pairs(Sums, "-"));
        Assert.Equal(legal.Order(StringComparer.Ordinal), OperatorCases.All.Select(row => (string)row[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OperatorCases.All), MemberType = typeof(OperatorCases))]
    public void Operation_gives_its_type_and_value(string expression, Type type, IQuantity result, double expected)
    {
        Assert.Equal(expression.Split(" = ")[1], NameOf(type));
        Assert.IsType(type, result);
        Assert.Equal(expected, result.BaseValue, 1e-12 * Math.Abs(expected));
    }

    [Fact]
    public void Condition_never_converts_to_a_truth_value()
    {
        string[] operators = [.. typeof(Condition).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.IsSpecialName).Select(method => method.Name)];
        Assert.Empty(operators);
    }

    private static bool IsComparable(Type left, Type right)
    {
        Type[] numbers = [typeof(Scalar), typeof(Fraction)];
        return left == right || (numbers.Contains(left) && numbers.Contains(right));
    }

    private static string Matrix(string method) => string.Join("\n", Types.Values.Select(left => $"{NameOf(left)}: {string.Join(", ", Row(method, left))}"));

    private static IEnumerable<string> Row(string method, Type left) =>
        from right in Types.Values
        let result = OperatorResolver.Resolve(method, left, right)
        where result is not null
        select $"{NameOf(right)} = {NameOf(result)}";

    private static string NameOf(Type type) => Types.Single(pair => pair.Value == type).Key;

    private static string[] Lines(string table) => table.Split('\n', StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Pairs(string table, string symbol) =>
        from line in Lines(table)
        let left = line.Split(": ")[0]
        from cell in line.Split(": ")[1].Split(", ")
        select $"{left} {symbol} {cell}";
}
