using System.Reflection;

namespace MlsdEstimator.Tests;

/// <summary>No door lets NaN, an infinity or a null in.</summary>
public class RefusalTests
{
    private static readonly Type[] Types =
    [
        typeof(Scalar), typeof(Fraction), typeof(Duration), typeof(Rate), typeof(DataSize), typeof(Bandwidth),
        typeof(FlopCount), typeof(FlopRate), typeof(Money), typeof(Spend), typeof(Energy), typeof(Power),
    ];

    private static readonly Type[] Quotients =
    [
        typeof(Quotient<Money, DataSize>), typeof(Quotient<Money, FlopCount>), typeof(Quotient<Money, Energy>), typeof(Quotient<Energy, FlopCount>),
    ];

    public static TheoryData<string> Factories => [.. FactoryMethods().Select(method => $"{method.DeclaringType!.Name}.{method.Name}")];

    public static TheoryData<string> Literals => [.. LiteralMethods().Select(method => method.Name)];

    [Fact]
    public void Factories_and_literals_are_all_found()
    {
        Assert.Equal(66, FactoryMethods().Count());
        Assert.Equal(63, LiteralMethods().Count());
    }

    [Theory]
    [MemberData(nameof(Factories))]
    public void Factory_refuses_what_is_not_a_number(string name)
    {
        MethodInfo factory = FactoryMethods().Single(method => $"{method.DeclaringType!.Name}.{method.Name}" == name);
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
            AssertRefused(() => factory.Invoke(null, [bad]), "value");
    }

    [Theory]
    [MemberData(nameof(Literals))]
    public void Literal_refuses_what_is_not_a_number(string name)
    {
        MethodInfo literal = LiteralMethods().Single(method => method.Name == name).MakeGenericMethod(typeof(double));
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
            AssertRefused(() => literal.Invoke(null, [bad]), "value");
    }

    [Theory]
    [InlineData(double.NaN, "'value' is NaN, but must be a finite number. (Parameter 'value')")]
    [InlineData(double.PositiveInfinity, "'value' is Infinity, but must be a finite number. (Parameter 'value')")]
    [InlineData(double.NegativeInfinity, "'value' is -Infinity, but must be a finite number. (Parameter 'value')")]
    public void Implicit_conversion_refuses_what_is_not_a_number(double bad, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentOutOfRangeException>(() => (Scalar)bad).Message);

    [Fact]
    public void Factory_refuses_a_number_that_overflows_in_base_units() =>
        Assert.Throws<ArgumentOutOfRangeException>("value", () => DataSize.FromTerabytes(1e300));

    [Theory]
    [InlineData(double.NaN, 2)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 2)]
    [InlineData(0, 2)]
    [InlineData(-1, 2)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    public void Range_refuses_ends_that_make_none(double low, double high)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => (Scalar)(low, high));
        Assert.Throws<ArgumentOutOfRangeException>(() => (Scalar)(low, 1.5, high));
        Assert.Throws<ArgumentOutOfRangeException>(() => (Fraction)(low / 10, high / 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => (Fraction)(low / 10, 0.15, high / 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => low.To(high));
        Assert.Throws<ArgumentOutOfRangeException>(() => low.To(high, best: 1.5));
    }

    [Fact]
    public void Operator_refuses_null_and_names_it()
    {
        int refused = 0;
        foreach (Type type in Types.Concat(Quotients).Append(typeof(QuotientExtensions)))
        {
            foreach (MethodInfo method in Operators(type))
                refused += RefusesNull(method);
        }
        Assert.Equal(479, refused);
    }

    [Fact]
    public void Equality_takes_null()
    {
        foreach (Type type in Types)
        {
            foreach (MethodInfo method in AllStatic(type).Where(method => method.Name is "op_Equality" or "op_Inequality"))
            {
                Assert.Equal(method.Name == "op_Equality", method.Invoke(null, [null, null]));
                Assert.Equal(method.Name == "op_Inequality", method.Invoke(null, [null, Sample(type)]));
                Assert.Equal(method.Name == "op_Inequality", method.Invoke(null, [Sample(type), null]));
            }
        }
    }

    private static int RefusesNull(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        int refused = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].ParameterType.IsValueType)
                continue;
            object?[] arguments = [.. parameters.Select((parameter, k) => k == i ? null : Sample(parameter.ParameterType))];
            TargetInvocationException wrapped = Assert.Throws<TargetInvocationException>(() => method.Invoke(null, arguments));
            ArgumentNullException refusal = Assert.IsType<ArgumentNullException>(wrapped.InnerException);
            Assert.Equal(parameters[i].Name, refusal.ParamName);
            refused++;
        }
        return refused;
    }

    private static void AssertRefused(Action action, string parameter)
    {
        TargetInvocationException wrapped = Assert.Throws<TargetInvocationException>(action);
        ArgumentOutOfRangeException refusal = Assert.IsType<ArgumentOutOfRangeException>(wrapped.InnerException);
        Assert.Equal(parameter, refusal.ParamName);
    }

    private static IEnumerable<MethodInfo> FactoryMethods() =>
        from type in Types
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where method.Name.StartsWith("From", StringComparison.Ordinal) && method.GetParameters()[0].ParameterType == typeof(double)
        select method;

    private static IEnumerable<MethodInfo> LiteralMethods() =>
        typeof(NumberExtensions).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name.StartsWith("get_", StringComparison.Ordinal));

    private static MethodInfo[] AllStatic(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy);

    private static IEnumerable<MethodInfo> Operators(Type type) =>
        AllStatic(type).Where(method => method.Name.StartsWith("op_", StringComparison.Ordinal) && method.Name is not ("op_Equality" or "op_Inequality"));

    private static object Sample(Type type)
    {
        if (type == typeof(int))
            return 1;
        Type concrete = type.IsAbstract ? type.GetGenericArguments()[0] : type;
        if (concrete.IsGenericType)
            return Price(concrete);
        return concrete.GetProperty("Zero")!.GetValue(null)!;
    }

    private static IQuantity Price(Type quotient)
    {
        IQuantity[] quotients =
        [
            1.Dollars.Per(DataSize.Byte), 1.Dollars.Per(FlopCount.Flop), 1.Dollars.Per(Energy.Joule), 1.Joules.Per(FlopCount.Flop),
        ];
        return quotients.Single(one => one.GetType() == quotient);
    }
}
