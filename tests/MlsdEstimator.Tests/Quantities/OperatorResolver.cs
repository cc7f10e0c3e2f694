using System.Reflection;

namespace MlsdEstimator.Tests;

/// <summary>Overload resolution of user-defined operators, as the C# language has it, over reflection: own type before base type, exact before converted, extensions last.</summary>
internal static class OperatorResolver
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Extensions = [typeof(QuotientExtensions)];

    public static Type? Resolve(string method, params Type[] operands)
    {
        MethodInfo[] found = [.. operands.SelectMany(type => Applicable(type, method, operands)).Distinct()];
        if (found.Length == 0)
            found = [.. Extensions.SelectMany(type => Declared(type, method)).Where(candidate => Applies(candidate, operands))];
        return found.GroupBy(candidate => Cost(candidate, operands)).OrderBy(group => group.Key).FirstOrDefault()?.Select(candidate => candidate.ReturnType).Distinct().Single();
    }

    /// <summary>Every operator and conversion of the library as text.</summary>
    public static IEnumerable<string> Signatures() =>
        from type in typeof(Quantity).Assembly.GetTypes()
        where type.IsVisible && !type.IsSpecialName && !type.Name.Contains('$')
        from method in type.GetMethods(Own)
        where method.Name.StartsWith("op_", StringComparison.Ordinal)
        where !type.GetMethods().Any(own => own.Name == "<Clone>$")
        select $"{NameOf(method.ReturnType)} {NameOf(type)}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => NameOf(parameter.ParameterType)))})";

    private static MethodInfo[] Applicable(Type type, string method, Type[] operands)
    {
        for (Type? level = type; level is not null; level = level.BaseType)
        {
            MethodInfo[] found = [.. Declared(level, method).Where(candidate => Applies(candidate, operands))];
            if (found.Length > 0)
                return found;
        }
        return [];
    }

    private static IEnumerable<MethodInfo> Declared(Type type, string method) => type.GetMethods(Own).Where(candidate => candidate.Name == method);

    private static bool Applies(MethodInfo candidate, Type[] operands) => Cost(candidate, operands) < 1000;

    private static int Cost(MethodInfo candidate, Type[] operands) =>
        candidate.GetParameters().Length == operands.Length
            ? candidate.GetParameters().Select((parameter, i) => Cost(parameter.ParameterType, operands[i])).Sum()
            : 1000;

    /// <summary>The only implicit conversion between quantities leads from a fraction to a number.</summary>
    private static int Cost(Type parameter, Type operand) =>
        parameter == operand ? 0
        : parameter.IsAssignableFrom(operand) ? 1
        : operand == typeof(Fraction) && parameter.IsAssignableFrom(typeof(Scalar)) ? 10
        : 1000;

    private static string NameOf(Type type)
    {
        if (!type.IsGenericType)
            return type.Name;
        string name = type.Name.Split('`')[0];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }
}
