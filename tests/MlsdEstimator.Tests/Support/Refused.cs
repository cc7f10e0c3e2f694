namespace MlsdEstimator.Tests;

/// <summary>Inputs that must be refused: by name, with the value, and with what is allowed.</summary>
internal static class Refused
{
    public static void Range<T>(string parameter, string rule, Func<T> make)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => make());
        Assert.Equal(parameter, error.ParamName);
        Assert.Contains($"'{parameter}' is ", error.Message, StringComparison.Ordinal);
        Assert.Contains(rule, error.Message, StringComparison.Ordinal);
    }

    public static void Null<T>(string parameter, Func<T> make) => Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(() => make()).ParamName);

    public static void Contradiction(string message, Func<object?> read) =>
        Assert.Contains(message, Assert.Throws<EstimateException>(read).Message, StringComparison.Ordinal);
}
