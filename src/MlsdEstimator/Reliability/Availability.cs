namespace MlsdEstimator;

/// <summary>Availability of a system from that of its parts: in series they multiply, copies fail together only if each does, and a common cause breaks that.</summary>
/// <remarks>Parts are independent unless a common cause is given. Unavailability is carried, so that nines are kept.</remarks>
/// <example>
/// <code>
/// Fraction ranker = Availability.OfCopies(99.Percent, copies: 3, needed: 2, commonCause: 5.Percent);
/// Fraction request = Availability.InSeries(gateway, features, ranker);
/// </code>
/// </example>
public static class Availability
{
    /// <summary>All parts are needed: the product of their availabilities.</summary>
    /// <param name="parts">At least one.</param>
    /// <exception cref="ArgumentException">No part is given.</exception>
    public static Fraction InSeries(params IReadOnlyList<Fraction> parts)
    {
        Require.NotEmpty(parts, nameof(parts));
        return parts.Select((part, index) => Require.Named(part, "availability")).Aggregate((whole, next) => whole * next).Marked(Aspect.MoreIsBetter);
    }

    /// <summary>One of several different parts is enough: 1 - product of their unavailabilities.</summary>
    /// <param name="parts">At least one.</param>
    /// <exception cref="ArgumentException">No part is given.</exception>
    public static Fraction InParallel(params IReadOnlyList<Fraction> parts)
    {
        Require.NotEmpty(parts, nameof(parts));
        return (1 - parts.Select(part => 1 - Require.Named(part, "availability")).Aggregate((down, next) => down * next)).Marked(Aspect.MoreIsBetter);
    }

    /// <summary>So many of equal copies must be up: the tail of the binomial law of the copies that are.</summary>
    /// <remarks>With a common cause (beta factor, IEC 61508) that part of each copy's unavailability takes all of them down: unavailability = beta u + P(too many of the others are down at (1 - beta) u).</remarks>
    /// <param name="each">Availability of one copy.</param>
    /// <param name="copies">How many there are: a whole number, at least 1.</param>
    /// <param name="needed">How many must be up: a whole number from 1 to copies. Default 1.</param>
    /// <param name="commonCause">Part of the failures that hits all copies at once: 1 to 10 % by how different they are. Default none, which overstates the nines.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not certain whole numbers in those ranges.</exception>
    public static Fraction OfCopies(Fraction each, Scalar copies, Scalar? needed = null, Fraction? commonCause = null)
    {
        (Scalar all, Scalar least) = (Require.WholeAtLeast(1, copies, "copies"), Require.WholeAtLeast(1, needed ?? Scalar.One, "copies needed"));
        if (least.Value > all.Value)
            throw new ArgumentOutOfRangeException(nameof(needed), $"{least} copies are needed of {all}; add copies, or need fewer.");
        var up = new CopiesUp((int)all.Value, (int)least.Value);
        return Quantity.Function<Fraction>(up, Require.Named(each, "availability of a copy"), Require.Named(commonCause ?? Fraction.Zero, "common cause")).Marked(Aspect.MoreIsBetter);
    }

    /// <summary>Up between failures, down until repaired: MTBF / (MTBF + MTTR).</summary>
    /// <param name="betweenFailures">Mean time between failures, above 0.</param>
    /// <param name="toRepair">Mean time to repair, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is out of its range.</exception>
    public static Fraction OfRepair(Duration betweenFailures, Duration toRepair)
    {
        (Duration up, Duration down) = (Require.Positive(betweenFailures, "time between failures"), Require.NonNegative(toRepair, "time to repair"));
        return Fraction.FromScalar(up / (up + down)).Marked(Aspect.MoreIsBetter);
    }

    /// <summary>Time down in a period: (1 - availability) x period.</summary>
    /// <param name="availability">Of the whole.</param>
    /// <param name="period">A month of 30 days or a year: say which.</param>
    public static Duration Downtime(Fraction availability, Duration period) =>
        (1 - Require.Named(availability, "availability")).AsScalar() * Require.NonNegative(period, "period");
}
