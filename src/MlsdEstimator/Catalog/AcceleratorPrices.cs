namespace MlsdEstimator;

/// <summary>
/// List prices on demand of one GPU with its share of the host, US dollars an hour. Ends are the cheapest and dearest of the providers named; where one
/// provider is known the price is certain and the source says so. Each is one shared input.
/// </summary>
internal static class AcceleratorPrices
{
    private static readonly DateOnly November = new(2026, 11, 9);

    /// <summary>p4de.24xlarge 27.44705 for 8 (AWS) to 5.00 (Google; secondary tables disagree).</summary>
    public static readonly Spend A100Sxm80Gb =
        Range(3.43088, 5.00, "A100-SXM-80GB", "AWS p4de.24xlarge 27.44705/8 (2026-11-09) to GCP a2-ultragpu-1g 5.00 (2026-03, secondary tables)");

    /// <summary>NC24ads A100 v4 (Azure), 3.673.</summary>
    public static readonly Spend A100Pcie80Gb = One(3.673, "A100-PCIE-80GB", "Azure NC24ads A100 v4 (2026-11-09)", November);

    /// <summary>p4d.24xlarge 21.957642 for 8 (AWS) to 3.67 (Google; secondary tables disagree).</summary>
    public static readonly Spend A100Sxm40Gb =
        Range(2.74471, 3.67, "A100-SXM-40GB", "AWS p4d.24xlarge 21.957642/8 (2026-11-09) to GCP a2-highgpu-1g 3.67 (2026-03, secondary tables)");

    /// <summary>2.69 (RunPod community) to 6.88 = 55.04 / 8 (AWS p5.48xlarge).</summary>
    public static readonly Spend H100Sxm80Gb =
        Range(2.69, 6.88, "H100-SXM-80GB", "RunPod community 2.69 to AWS p5.48xlarge 55.04/8 (2026-09 to 2026-11); Lambda 4.29 between");

    /// <summary>0.72 to 0.84 (Google g2-standard-4; secondary tables), AWS g6.xlarge 0.8048 between.</summary>
    public static readonly Spend L4 = Range(0.72, 0.84, "L4-24GB", "GCP g2-standard-4 0.72 to 0.84 (2026-03, secondary tables); AWS g6.xlarge 0.8048 between (2026-08)");

    /// <summary>g4dn.xlarge (AWS), 0.526.</summary>
    public static readonly Spend T4 = One(0.526, "T4-16GB", "AWS g4dn.xlarge (2026-08)", new DateOnly(2026, 8, 1));

    /// <summary>The price of a device, or null where none is known.</summary>
    public static Spend? Of(string device) => device switch
    {
        "A100-SXM-80GB" => A100Sxm80Gb,
        "A100-PCIE-80GB" => A100Pcie80Gb,
        "A100-SXM-40GB" => A100Sxm40Gb,
        "H100-SXM-80GB" => H100Sxm80Gb,
        "L4-24GB" => L4,
        "T4-16GB" => T4,
        _ => null,
    };

    private static Spend Range(double low, double high, string device, string source) =>
        Name(Uncertain.Range(low, high).In(Spend.DollarPerHour), device, source, November);

    private static Spend One(double price, string device, string source, DateOnly asOf) => Name(Spend.FromDollarsPerHour(price), device, source, asOf);

    private static Spend Name(Spend price, string device, string source, DateOnly asOf) =>
        price.Named($"{device} on demand").Cited(source, asOf).AsDefault(source);
}
