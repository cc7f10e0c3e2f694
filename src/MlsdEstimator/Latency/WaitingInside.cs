namespace MlsdEstimator;

/// <summary>What is known of the waiting that a profile includes.</summary>
internal sealed class WaitingInside
{
    /// <summary>No waiting in it.</summary>
    public static readonly WaitingInside None = new(isIncluded: false, load: null, []);

    /// <summary>Measured where it is used, at a load that nobody said.</summary>
    public static readonly WaitingInside AtUnknownLoad = new(isIncluded: true, load: null, []);

    public WaitingInside(Rate load, IReadOnlyList<Queue> queues)
        : this(isIncluded: true, load, queues)
    {
    }

    private WaitingInside(bool isIncluded, Rate? load, IReadOnlyList<Queue> queues) => (IsIncluded, Load, Queues) = (isIncluded, load, queues);

    public bool IsIncluded { get; }

    /// <summary>The load that makes it wait; null when unknown, or when parts wait under different ones.</summary>
    public Rate? Load { get; }

    /// <summary>Each queue once, where they are known.</summary>
    public IReadOnlyList<Queue> Queues { get; }

    /// <summary>The waiting inside a whole.</summary>
    public static WaitingInside Of(IReadOnlyList<WaitingInside> parts)
    {
        WaitingInside[] waiting = [.. parts.Where(part => part.IsIncluded)];
        Rate?[] loads = [.. waiting.Select(part => part.Load).Distinct()];
        return waiting.Length == 0 ? None : new WaitingInside(isIncluded: true, loads is [Rate only] ? only : null, [.. waiting.SelectMany(part => part.Queues).Distinct()]);
    }
}
