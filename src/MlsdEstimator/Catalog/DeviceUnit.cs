namespace MlsdEstimator;

/// <summary>The unit of a property of a device file, and the most that a device has of it: a larger number is in another unit.</summary>
/// <param name="Name">The unit.</param>
/// <param name="Most">The largest number that is taken.</param>
/// <param name="Mistaken">The unit that a larger number is likely to be in.</param>
internal sealed record DeviceUnit(string Name, double Most, string Mistaken)
{
    /// <summary>A rack of 72 GPUs has 13,000 GiB; 80 GB in bytes are 8e10.</summary>
    public static readonly DeviceUnit Gibibytes = new("GiB", 1e5, "bytes");

    /// <summary>On a chip as large as a wafer are 42,000 MiB; 50 MB in bytes are 5e7.</summary>
    public static readonly DeviceUnit Mebibytes = new("MiB", 1e6, "bytes");

    /// <summary>A chip as large as a wafer reaches 125,000 TFLOP/s; 400 TFLOP/s in FLOP/s are 4e14.</summary>
    public static readonly DeviceUnit TeraflopsPerSecond = new("TFLOP/s", 1e6, "FLOP/s");

    /// <summary>The memory on a chip as large as a wafer reaches 2.1e7 GB/s; 2 TB/s in bytes/s are 2e12.</summary>
    public static readonly DeviceUnit GigabytesPerSecond = new("GB/s", 1e8, "bytes/s");

    /// <summary>A rack of 72 GPUs takes 130,000 W; 5 kW in mW are 5e6.</summary>
    public static readonly DeviceUnit Watts = new("W", 1e6, "mW");

    /// <summary>A number above 0 in this unit.</summary>
    /// <exception cref="FormatException">It is none, or can only be in another unit.</exception>
    public double Positive(JsonPart part)
    {
        double number = part.Positive();
        return number <= Most ? number : throw part.Wrong(Text.Of($"{number}, but this property is in {Name}, and no device has more than {Most:N0} {Name}; this looks like {Mistaken}"));
    }
}
