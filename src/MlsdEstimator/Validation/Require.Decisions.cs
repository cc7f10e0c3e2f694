namespace MlsdEstimator;

/// <content>Decisions: whole numbers that somebody sets, such as zones. They are certain.</content>
internal static partial class Require
{
    public static Scalar WholeAtLeast(double minimum, Scalar value, string name)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        bool isWhole = value.IsCertain && double.IsInteger(value.Node.Nominal);
        return isWhole && value.Node.Nominal >= minimum
            ? Named<Scalar>(value, name).AsWhole(minimum)
            : throw OutOfRange(name, value.ToString(), Text.Of($"be a whole number of at least {minimum}, and certain: it is a decision"));
    }
}
