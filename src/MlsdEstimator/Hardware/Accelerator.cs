namespace MlsdEstimator;

/// <summary>A device that multiplies matrices: memory, bandwidth, peak arithmetic by precision, links, power.</summary>
/// <remarks>Peaks are dense and from data sheets: what a busy device reaches is a fifth to a half of them. A peak that is not listed is absent, never 0.</remarks>
/// <example>
/// <code>
/// Accelerator b300 = Accelerators.Find("B300-SXM");
/// b300.Peak(Precision.Int8)                                  // 154 TFLOP/s: fifteen times less than bf16
/// Accelerators.Find("A100-SXM-80GB").Peak(Precision.Fp8)     // null: fp8 weights are widened and multiplied as bf16, see RateFor
/// </code>
/// </example>
public sealed record Accelerator
{
    /// <summary>Name with form and memory: "A100-SXM-80GB".</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.NotBlank(value, "name"); }

    /// <summary>Other names it is published under, looked up like its own. Default: none.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = [.. Require.NotNull(value, "aliases").Select(alias => Require.NotBlank(alias, "alias"))]; } = [];

    /// <summary>Maker, where known.</summary>
    public string? Vendor { get; init; }

    /// <summary>Kind of machine.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of them.</exception>
    public required DeviceKind Kind { get; init => field = Require.Defined(value, "device kind"); }

    /// <summary>Generation, where it says something about speed: "Hopper", "CDNA3".</summary>
    public string? Architecture { get; init; }

    /// <summary>Memory of the device, above 0. Vendors' "80 GB" are 80 GiB. Null for CPUs whose memory is whatever is plugged in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? Memory { get; init => field = value is null ? null : Require.Positive(value, "device memory"); }

    /// <summary>Bytes a second between memory and arithmetic, above 0, in powers of 1000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Bandwidth MemoryBandwidth { get; init => field = Require.Positive(value, "memory bandwidth"); }

    /// <summary>Last cache that all units share, where known: what fits there need not be read from memory again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? OnChipMemory { get; init => field = value is null ? null : Require.Positive(value, "on-chip memory"); }

    /// <summary>Dense peak for each precision the device multiplies in, widest first; integer operations count as FLOPs.</summary>
    /// <exception cref="ArgumentException">The list is empty or names a precision twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A peak is not above 0.</exception>
    public required IReadOnlyList<(Precision Precision, FlopRate Peak)> Peaks { get; init => field = Checked(value); }

    /// <summary>Dense fp16 peak with sums in fp16, where it is higher than with sums in fp32: twice on GeForce cards. llama.cpp multiplies so.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public FlopRate? PeakFp16Sums { get; init => field = value is null ? null : Require.Positive(value, "fp16 peak with fp16 sums"); }

    /// <summary>Link to its neighbours, where there is one.</summary>
    public DeviceLink? Link { get; init; }

    /// <summary>Board power, above 0, where known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Power? Power { get; init => field = value is null ? null : Require.Positive(value, "board power"); }

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

    /// <summary>What to know about the numbers, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Dense peak at a precision; null where the device does not multiply in it. See <see cref="RateFor"/> for what happens then.</summary>
    /// <param name="precision">Precision of the multiplications.</param>
    public FlopRate? Peak(Precision precision) => PeakOrNull(Require.NotNull(precision, nameof(precision)));

    /// <summary>
    /// The rate at which a precision is multiplied: its own peak, however low, or, where it is absent, the peak of the narrowest wider one,
    /// less what widening the numbers costs (0.77 to 0.94 of it stays).
    /// </summary>
    /// <param name="precision">Precision of the multiplications.</param>
    /// <exception cref="ArgumentException">The device has neither it nor anything wider; the message lists those it has.</exception>
    public ComputeRate RateFor(Precision precision)
    {
        Precision wanted = Require.NotNull(precision, nameof(precision));
        Precision runsAs = Emulation.Candidates(wanted).FirstOrDefault(candidate => PeakOrNull(candidate) is not null)
            ?? throw new ArgumentException($"{Name} has no {wanted} arithmetic and nothing wider; it has {string.Join(", ", Peaks.Select(entry => entry.Precision))}.", nameof(precision));
        FlopRate peak = PeakOrNull(runsAs)!;
        return new ComputeRate(wanted, runsAs, runsAs.Bits > wanted.Bits ? peak * ModelDefaults.LeftByWidening : peak);
    }

    /// <summary>
    /// Upper bound for a model: the rate of the precision it computes in, and twice that where the model is 2:4 sparse and the device has it. What is reached of the second half
    /// is in the steps: see <see cref="Pruning.TwoOfFour"/>.
    /// </summary>
    /// <param name="model">Model to compute.</param>
    /// <exception cref="ArgumentException">The device has neither the model's precision nor anything wider.</exception>
    public FlopRate PeakFor(Model model)
    {
        Precision precision = Require.NotNull(model, nameof(model)).Format.Compute;
        FlopRate dense = RateFor(precision).Rate;
        return model.IsTwoOfFour && SkipsTwoOfFour(precision) ? dense * ModelDefaults.TwoOfFourGain : dense;
    }

    /// <summary>True when zeros of 2:4 sparse weights are skipped at a precision: where the device has it, in all arithmetic but fp32.</summary>
    internal bool SkipsTwoOfFour(Precision precision) => HasTwoOfFour && RateFor(precision).RunsAs != Precision.Fp32;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private FlopRate? PeakOrNull(Precision precision)
    {
        foreach ((Precision known, FlopRate peak) in Peaks)
        {
            if (known == precision)
                return peak;
        }
        return null;
    }

    private static IReadOnlyList<(Precision Precision, FlopRate Peak)> Checked(IReadOnlyList<(Precision Precision, FlopRate Peak)> peaks)
    {
        Require.NotEmpty(peaks, "peaks");
        if (peaks.GroupBy(entry => Require.NotNull(entry.Precision, "peaks")).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"'peaks' names {twice.Key} twice; give each precision once.", nameof(peaks));
        return [.. peaks.Select(entry => (entry.Precision, Require.Positive(entry.Peak, $"{entry.Precision} peak")))];
    }
}
