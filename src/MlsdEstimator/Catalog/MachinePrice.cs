namespace MlsdEstimator;

/// <summary>What an hour of a machine costs: on demand, reserved for a term, or spot, which may be taken away.</summary>
public sealed record MachinePrice
{
    /// <summary>What the provider calls it: "p5.48xlarge".</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.NotBlank(value, "machine name"); }

    /// <summary>Region, currency, source, date.</summary>
    public required PriceTag Tag { get; init => field = Require.NotNull(value, "price tag"); }

    /// <summary>Accelerator in it, as the catalogue calls it: "H100-SXM-80GB"; null for none or an unnamed one.</summary>
    public string? Accelerator { get; init; }

    /// <summary>How many of them: a whole number, at least 1; null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar? Accelerators { get; init => field = value is null ? null : Require.WholeAtLeast(1, value, "accelerators"); }

    /// <summary>Price of an hour that is bought when it is needed, or null where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? OnDemand { get => field is null ? null : Tag.On(field, $"{Name} on demand"); init => field = value is null ? null : Require.NonNegative(value, "price on demand"); }

    /// <summary>Price of an hour of a machine that is paid around the clock for a term, or null where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? Reserved { get => field is null ? null : Tag.On(field, $"{Name} reserved"); init => field = value is null ? null : Require.NonNegative(value, "reserved price"); }

    /// <summary>Price of an hour of a machine that may be taken away, or null where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? Spot { get => field is null ? null : Tag.On(field, $"{Name} spot"); init => field = value is null ? null : Require.NonNegative(value, "spot price"); }

    /// <summary>Price on demand of one accelerator with its share of the host; null without either.</summary>
    public Spend? OnDemandPerAccelerator => PerAccelerator(OnDemand, "on demand");

    /// <summary>Reserved price of one accelerator with its share of the host; null without either.</summary>
    public Spend? ReservedPerAccelerator => PerAccelerator(Reserved, "reserved");

    /// <summary>Spot price of one accelerator with its share of the host; null without either.</summary>
    public Spend? SpotPerAccelerator => PerAccelerator(Spot, "spot");

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private Spend? PerAccelerator(Spend? price, string term) =>
        price is null || Accelerators is null ? null : (price / Accelerators).Named($"one accelerator of {Name}, {term}");
}
