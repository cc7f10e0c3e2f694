namespace MlsdEstimator;

/// <summary>A stretch of an axis in which one design is the cheapest that works, with the machines that would be bought there.</summary>
/// <param name="Choice">The design; <see cref="ServingChoice.None"/> where none works.</param>
/// <param name="Name">What the comparison calls it.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
public sealed record ChoiceInterval(ServingChoice Choice, string Name, IQuantity From, IQuantity To)
{
    /// <summary>"batch from 0.01 to 3.2".</summary>
    public override string ToString() => $"{Name} from {From} to {To}";
}
