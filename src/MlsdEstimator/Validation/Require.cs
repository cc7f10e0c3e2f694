using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>Validation at the edge: one place makes the messages, each with parameter, value, allowed range and what to do.</summary>
internal static partial class Require
{
    public static double Finite(double value, string parameter) =>
        double.IsFinite(value) ? value : throw OutOfRange(parameter, Text.Of($"{value}"), "be a finite number");

    public static double Above(double limit, double value, string parameter) =>
        double.IsFinite(value) && value > limit ? value : throw OutOfRange(parameter, Text.Of($"{value}"), Text.Of($"be a finite number above {limit}"));

    public static double InsideUnitInterval(double value, string parameter) =>
        value > 0 && value < 1 ? value : throw OutOfRange(parameter, Text.Of($"{value}"), "lie strictly between 0 and 1");

    /// <summary>Two finite ends in order.</summary>
    public static void Ordered(double low, double high, string parameter, [CallerArgumentExpression(nameof(low))] string lowParameter = "")
    {
        Finite(low, lowParameter);
        Finite(high, parameter);
        if (!(low < high))
            throw OutOfRange(parameter, Text.Of($"{low} to {high}"), "have its lower end below its upper end; swap them, or use a plain number where nothing is uncertain");
    }

    /// <summary>Ends of a log-normal range.</summary>
    public static void RangeEnds(double low, double high, string parameter)
    {
        Ordered(low, high, parameter, nameof(low));
        if (!(low > 0))
            throw OutOfRange(parameter, Text.Of($"{low} to {high}"), Text.Of($"have both ends above 0; give a small lower end instead of 0, or use Uncertain.NormalBetween({low}, {high}) where 0 or less is possible"));
    }

    public static double Between(double low, double value, double high, string parameter) =>
        value >= low && value <= high ? value : throw OutOfRange(parameter, Text.Of($"{value}"), Text.Of($"lie between {low} and {high}"));

    public static void NotEmpty<T>(IReadOnlyCollection<T> list, string parameter)
    {
        ArgumentNullException.ThrowIfNull(list, parameter);
        if (list.Count == 0)
            throw new ArgumentException($"'{parameter}' is empty; give at least one.", parameter);
    }

    public static T Defined<T>(T value, string parameter)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw OutOfRange(parameter, $"{value}", $"be one of {string.Join(", ", Enum.GetNames<T>())}");

    public static string NotBlank(string text, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, parameter);
        return text;
    }

    private static ArgumentOutOfRangeException OutOfRange(string parameter, string value, string rule) =>
        new(parameter, $"'{parameter}' is {value}, but must {rule}.");
}
