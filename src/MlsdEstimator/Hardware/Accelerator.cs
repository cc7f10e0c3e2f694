namespace MlsdEstimator;

/// <summary>A device that multiplies matrices: memory, bandwidth, peak arithmetic by precision, power.</summary>
/// <remarks>Peaks are dense and from data sheets: what a busy device reaches is a fifth to a half of them.</remarks>
public sealed record Accelerator
{
    /// <summary>Name with form and memory: "A100-SXM-80GB".</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.NotBlank(value, "name"); }

    /// <summary>Memory of the device, above 0. Vendors' "80 GB" are 80 GiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize Memory { get; init => field = Require.Positive(value, "device memory"); }

    /// <summary>Bytes a second between memory and arithmetic, above 0, in powers of 1000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Bandwidth MemoryBandwidth { get; init => field = Require.Positive(value, "memory bandwidth"); }

    /// <summary>Dense peak for each precision the device multiplies in, widest first; integer operations count as FLOPs.</summary>
    /// <exception cref="ArgumentException">The list is empty or names a precision twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A peak is not above 0.</exception>
    public required IReadOnlyList<(Precision Precision, FlopRate Peak)> Peaks { get; init => field = Checked(value); }

    /// <summary>Board power, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Power Power { get; init => field = Require.Positive(value, "board power"); }

    /// <summary>True when the device skips the zeros of 2:4 sparse weights.</summary>
    public bool HasTwoOfFour { get; init; }

    /// <summary>List price of an hour on demand, the host's share included, or null where none is known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? OnDemand { get; init => field = value is null ? null : Require.NonNegative(value, "price on demand"); }

    /// <summary>Where the numbers come from.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public required string Source { get; init => field = Require.NotBlank(value, "source"); }

    /// <summary>Date of the source, where known.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Dense peak at a precision.</summary>
    /// <param name="precision">Precision of the multiplications.</param>
    /// <exception cref="ArgumentException">The device does not multiply in it; the message lists those it knows.</exception>
    public FlopRate Peak(Precision precision)
    {
        Precision wanted = Require.NotNull(precision, nameof(precision));
        return Peaks.FirstOrDefault(entry => entry.Precision == wanted).Peak
            ?? throw new ArgumentException($"{Name} has no {wanted} arithmetic; it has {string.Join(", ", Peaks.Select(entry => entry.Precision))}.", nameof(precision));
    }

    /// <summary>Peak for a model: at its precision, and twice that, as an upper bound, where the model is 2:4 sparse and the device has it.</summary>
    /// <param name="model">Model to compute.</param>
    /// <exception cref="ArgumentException">The device does not multiply in the model's precision.</exception>
    public FlopRate PeakFor(DenseModel model)
    {
        FlopRate dense = Peak(Require.NotNull(model, nameof(model)).Precision);
        bool skipsZeros = model.IsTwoOfFour && HasTwoOfFour && model.Precision != Precision.Fp32;
        return skipsZeros ? dense * ModelDefaults.TwoOfFourGain : dense;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static IReadOnlyList<(Precision Precision, FlopRate Peak)> Checked(IReadOnlyList<(Precision Precision, FlopRate Peak)> peaks)
    {
        Require.NotEmpty(peaks, "peaks");
        if (peaks.GroupBy(entry => Require.NotNull(entry.Precision, "peaks")).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"'peaks' names {twice.Key} twice; give each precision once.", nameof(peaks));
        return [.. peaks.Select(entry => (entry.Precision, Require.Positive(entry.Peak, $"{entry.Precision} peak")))];
    }
}
