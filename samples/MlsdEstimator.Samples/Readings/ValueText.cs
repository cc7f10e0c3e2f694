namespace MlsdEstimator.Samples;

/// <summary>Values typed for an input or a result that was found by name.</summary>
internal static class ValueText
{
    /// <summary>One certain value in the unit of a quantity; the message of a refusal names the quantity.</summary>
    public static IQuantity Read(IQuantity like, string text)
    {
        try
        {
            IQuantity value = like.ParseAlike(text);
            return value.IsCertain ? value : throw new FormatException($"\"{text}\" is a range; give one value.");
        }
        catch (FormatException problem)
        {
            throw new FormatException($"'{like.Name}': {problem.Message}", problem);
        }
    }
}
