namespace MlsdEstimator;

/// <summary>Explanation as a reading of a quantity.</summary>
public static class DerivationExtensions
{
    extension(IQuantity quantity)
    {
        /// <summary>How the quantity came about, down to its inputs and their sources.</summary>
        public Derivation Explain()
        {
            ArgumentNullException.ThrowIfNull(quantity);
            return DerivationBuilder.Of(quantity.Node);
        }
    }
}
