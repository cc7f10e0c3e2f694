namespace MlsdEstimator;

/// <summary>A purchase that also keeps a minimum: zones, spares, one that may fail.</summary>
internal static class ProvisionMinimum
{
    /// <summary>The whole number that covers the need with the given confidence, and not fewer than the minimum, which is covered likewise.</summary>
    public static Provision ProvisionAtLeast(this Scalar need, Scalar minimum, double confidence)
    {
        Scalar least = minimum.ProvisionFor(confidence).Bought, byLoad = need.ProvisionFor(confidence).Bought;
        return new Provision(need, (byLoad >= least).Nominally == false ? least : byLoad, confidence);
    }

    /// <summary>Says when the minimum decides and not the load.</summary>
    public static IEnumerable<Finding> MinimumDecides(this Provision purchase, string what)
    {
        Scalar byLoad = purchase.Need.ProvisionFor(purchase.Confidence).Bought;
        if ((purchase.Bought > byLoad).Nominally == true)
            yield return new Finding(Severity.Note, FindingCodes.MinimumDecides, $"{purchase.Bought} {what} are the minimum; the load needs {purchase.Need}.", purchase.Bought);
    }
}
