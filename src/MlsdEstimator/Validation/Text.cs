namespace MlsdEstimator;

/// <summary>Text for people and logs, the same in every culture.</summary>
internal static class Text
{
    /// <summary>An interpolated string handler would format its holes, in the culture of the thread, before a culture could be given to it.</summary>
    public static string Of(FormattableString text) => FormattableString.Invariant(text);
}
