namespace MlsdEstimator;

/// <summary>What one changed input contributes to the change of a result.</summary>
/// <typeparam name="T">Type of the result.</typeparam>
public sealed class AttributionPart<T>
    where T : Quantity<T>, IQuantity<T>
{
    internal AttributionPart(string input, string before, string after, T part, double? share, T? error)
    {
        (Input, Before, After, Part, Share, Error) = (input, before, after, part, share, error);
    }

    /// <summary>Name of the input, or its kind and value where it has none; a quantity whose formula changed says so.</summary>
    public string Input { get; }

    /// <summary>Value of the input before, as text.</summary>
    public string Before { get; }

    /// <summary>Value of the input after, as text.</summary>
    public string After { get; }

    /// <summary>Its part of the change; negative where it works against it.</summary>
    public T Part { get; }

    /// <summary>Its part over the whole change; null when the change is 0.</summary>
    public double? Share { get; }

    /// <summary>Standard error of the part; null where it is exact.</summary>
    public T? Error { get; }

    /// <summary>"daily active users, 500 M to 700 M: $21 k/month".</summary>
    public override string ToString() => $"{Input}, {Before} to {After}: {Part}";
}
