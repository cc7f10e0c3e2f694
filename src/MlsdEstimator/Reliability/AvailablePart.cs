namespace MlsdEstimator;

/// <summary>A part that a request needs, in equal copies.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Each">Availability of one copy.</param>
public sealed record AvailablePart(string Name, Fraction Each)
{
    /// <summary>What it is called.</summary>
    public string Name { get; init => field = Require.NotBlank(value, nameof(Name)); } = Require.NotBlank(Name, nameof(Name));

    /// <summary>Availability of one copy.</summary>
    public Fraction Each { get; init => field = Require.Named(value, "availability of a copy"); } = Require.Named(Each, $"availability of {Name}");

    /// <summary>Copies there are: a whole number, at least 1. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar Copies { get; init => field = Require.WholeAtLeast(1, value, "copies"); } = Scalar.One;

    /// <summary>Copies that must be up: a whole number, at least 1. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar Needed { get; init => field = Require.WholeAtLeast(1, value, "copies needed"); } = Scalar.One;

    /// <summary>Part of the failures that takes all copies down at once (a deployment, a zone, a bad input), 1 to 10 % by how different they are (IEC 61508); null where nobody said, and then copies count as independent.</summary>
    public Fraction? CommonCause { get; init; }

    /// <summary>Availability of the part.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More copies are needed than there are.</exception>
    public Fraction Availability => MlsdEstimator.Availability.OfCopies(Each, Copies, Needed, CommonCause);
}
