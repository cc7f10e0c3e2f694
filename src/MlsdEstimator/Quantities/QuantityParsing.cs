namespace MlsdEstimator;

/// <summary>Reading text where only a quantity of the wanted type is at hand.</summary>
public static class QuantityParsing
{
    extension(IQuantity example)
    {
        /// <summary>Reads a value of the same type: what a limit for a result, or a new value for an input, has to be.</summary>
        /// <param name="text">Text such as "200k/s".</param>
        /// <exception cref="FormatException">The text is not a value of that type.</exception>
        public IQuantity ParseAlike(string text)
        {
            ArgumentNullException.ThrowIfNull(example);
            return example.Accept(new Reader(text));
        }
    }

    private sealed class Reader(string text) : IQuantityVisitor<IQuantity>
    {
        public IQuantity Visit<T>(T quantity)
            where T : Quantity<T>, IQuantity<T> => Quantity<T>.Parse(text);
    }
}
