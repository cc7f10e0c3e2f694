namespace MlsdEstimator;

/// <content>Quantities that must be of the type of another, where only a run can tell.</content>
internal static partial class Require
{
    /// <summary>The value as the type of <paramref name="like"/>.</summary>
    public static T SameType<T>(IQuantity value, Quantity<T> like, string parameter)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        return value as T ?? throw new ArgumentException($"'{parameter}' is {value}, a {value.Node.Dimension.Name}, but '{like.Name ?? like.ToString()}' is a {T.Dimension.Name}; give a {T.Dimension.Name}.", parameter);
    }
}
