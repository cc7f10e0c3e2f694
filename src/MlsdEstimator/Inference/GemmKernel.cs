namespace MlsdEstimator;

/// <summary>Time of one matrix product (rows x inner) x (inner x columns) on one device.</summary>
/// <remarks>
/// time = (sqrt(arithmetic^2 + memory^2) + launch) x shared factor x residual, never less than FLOPs / peak.
/// arithmetic = 2 x (rows + tile) x columns x inner / peak x (1 + a): a tile that is not full costs as much as a full one, so few rows take as long as some tens.
/// memory = bytes of the three matrices / bandwidth x passes. The root of the squares joins the two as measured kernels do: neither their sum nor the longer of them.
/// The power of the board is no limit of one product: a kernel is over before it throttles. Steps have it as a limit.
/// </remarks>
/// <example>
/// <code>
/// var projection = new GemmKernel { Rows = 256, Columns = 8192, Inner = 8192, Device = Accelerators.Find("H100-SXM-80GB"), Format = ModelFormat.Fp16 };
/// Console.WriteLine(projection.Time);
/// </code>
/// </example>
public sealed record GemmKernel : Estimator
{
    /// <summary>Rows of the left matrix: tokens or items of a batch; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Rows { get; init => field = Require.AtLeast(1, value, "rows"); }

    /// <summary>Columns of the right matrix: outputs of a layer; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Columns { get; init => field = Require.AtLeast(1, value, "columns"); }

    /// <summary>Columns of the left and rows of the right matrix: inputs of a layer; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Inner { get; init => field = Require.AtLeast(1, value, "inner dimension"); }

    /// <summary>The device.</summary>
    public required Accelerator Device { get; init => field = Require.NotNull(value, "device"); }

    /// <summary>Storage of the right matrix (weights) and arithmetic; the other matrices take the bytes of the arithmetic.</summary>
    public required ModelFormat Format { get; init => field = Require.NotNull(value, "format"); }

    /// <summary>Operations: 2 x rows x columns x inner.</summary>
    public FlopCount Flops => Result("FLOPs of the product", () => FlopCount.Flop * (2 * Rows * Columns * Inner));

    /// <summary>Bytes of the three matrices, each once.</summary>
    public DataSize Bytes => Result(
        "bytes of the product",
        () => Inner * Columns * Format.Weights.BytesPerValue + (Rows * Inner + Rows * Columns) * DataSize.FromBits(Format.Compute.Bits));

    /// <summary>What no kernel can beat: FLOPs / peak. Bytes do not bound it: matrices may lie in the cache.</summary>
    public Duration Bound => Result("bound by arithmetic", () => Flops / Peak);

    /// <summary>Time of the arithmetic at the rate that is reached, tiles filled up.</summary>
    public Duration Arithmetic => Result("arithmetic", () => Bound * ((Rows + Costs.Tile) / Rows) * Costs.Arithmetic);

    /// <summary>Time in which the matrices pass through memory.</summary>
    public Duration Memory => Result("memory", () => Bytes / Device.MemoryBandwidth * Costs.Memory);

    /// <summary>Time of the kernel.</summary>
    public Duration Time => Result("time of the product", () => Duration.Max((Joined + Costs.Launch) * Costs.Shared * Costs.Residual, Bound));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Flops, Bytes, Bound, Arithmetic, Memory, Time];

    /// <summary>The fitted costs; another set where a fit is judged.</summary>
    internal GemmCosts Costs { get; init; } = KernelEfficiencies.Gemm;

    private FlopRate Peak => Device.RateFor(Format.Compute).Rate;

    /// <summary>Root of the sum of squares, over the arithmetic: arithmetic x sqrt(1 + (memory / arithmetic)^2).</summary>
    private Duration Joined => Arithmetic * (1 + (Memory / Arithmetic).Pow(2)).Sqrt();
}
