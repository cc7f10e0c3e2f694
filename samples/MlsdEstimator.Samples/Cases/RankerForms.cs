namespace MlsdEstimator.Samples;

/// <summary>Forms of the ranker, by name.</summary>
internal static class RankerForms
{
    public static RankerForm Find(string name) =>
        Enum.TryParse(name, ignoreCase: true, out RankerForm form) && Enum.IsDefined(form) && !char.IsDigit(name[0])
            ? form
            : throw new ArgumentException($"There is no ranker '{name}'. Forms: {string.Join(", ", Enum.GetNames<RankerForm>().Select(known => known.ToLowerInvariant()))}.");
}
