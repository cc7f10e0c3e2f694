namespace MlsdEstimator.Tests;

public class KernelTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private static readonly Accelerator Device = new()
    {
        Name = "round",
        Kind = DeviceKind.Gpu,
        Peaks = [(Precision.Fp16, FlopRate.FromTeraflopsPerSecond(100))],
        MemoryBandwidth = Bandwidth.FromGigabytesPerSecond(1_000),
        Link = new DeviceLink { Name = "link", PerDirection = Bandwidth.FromGigabytesPerSecond(100) },
        Source = "test",
    };

    private static readonly GemmKernel Product = new()
    {
        Rows = 1_000, Columns = 1_000, Inner = 2_000, Device = Device, Format = ModelFormat.Fp16, Costs = new GemmCosts(0.5, 2, 10e-6, 200, 0.1, 0.2, 7, Day),
    };

    private static readonly AllReduce Sum = new() { Devices = 4, Bytes = DataSize.FromMegabytes(100), Device = Device, Costs = new AllReduceCosts(30e-6, 0.2, 0.3, 0.1, 7, Day) };

    /// <summary>By hand: 4 GFLOP / 100 TFLOP/s = 40 us, x 1.2 x 1.5 = 72 us; 2 x (2 M + 2 M + 1 M) B / 1 TB/s = 10 us, x 2; sqrt(72^2 + 20^2) + 10 us.</summary>
    [Fact]
    public void Product_joins_arithmetic_and_memory_by_the_root_of_squares()
    {
        Assert.Equal(4, Product.Flops.Gigaflops, 9);
        Assert.Equal(10, Product.Bytes.Megabytes, 9);
        Assert.Equal(40, Product.Bound.Microseconds, 9);
        Assert.Equal(72, Product.Arithmetic.Microseconds, 9);
        Assert.Equal(20, Product.Memory.Microseconds, 9);
        Assert.Equal(84.7261667691, Product.Time.Microseconds, 6);
        Assert.Equal(6, Product.Results.Count);
    }

    [Fact]
    public void Weights_in_fewer_bits_take_fewer_bytes_and_the_same_arithmetic()
    {
        GemmKernel stored = Product with { Format = ModelFormat.Int8WeightOnly };
        Assert.Equal(8, stored.Bytes.Megabytes, 9);
        Assert.Equal(72, stored.Arithmetic.Microseconds, 9);
    }

    [Fact]
    public void Doubt_about_a_product_is_that_of_device_and_shape()
    {
        Estimate<Duration> belief = Product.Time.Simulate();
        Assert.Equal(2 * 1.6449 * Math.Sqrt(0.1 * 0.1 + 0.2 * 0.2), Math.Log(belief.High.Seconds / belief.Low.Seconds), 1e-2);
    }

    /// <summary>2 x 3/4 x 100 MB / 100 GB/s = 1.5 ms; x 1.2 + 30 us. The ring factor of 4 devices is 1.5 (Thakur et al. 2005).</summary>
    [Fact]
    public void All_reduce_sends_twice_what_a_ring_lacks()
    {
        Assert.Equal(150, Sum.Sent.Megabytes, 9);
        Assert.Equal(1.5, Sum.Bound.Milliseconds, 9);
        Assert.Equal(1.83, Sum.Time.Milliseconds, 9);
        Assert.Equal(3, Sum.Results.Count);
    }

    [Fact]
    public void One_device_has_nothing_to_add_up()
    {
        Assert.Equal(0, (Sum with { Devices = 1 }).Time.Seconds);
        Assert.Equal(30, (Sum with { Bytes = DataSize.Zero }).Time.Microseconds, 9);
    }

    [Fact]
    public void Device_without_a_link_is_refused_with_what_to_do() =>
        Assert.StartsWith(
            "'round' has no link to other devices; give it one", Assert.Throws<ArgumentException>(() => Sum with { Device = Device with { Link = null } }).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void Impossible_size_is_refused(double value)
    {
        Assert.ThrowsAny<ArgumentException>(() => Product with { Rows = value });
        Assert.ThrowsAny<ArgumentException>(() => Product with { Columns = value });
        Assert.ThrowsAny<ArgumentException>(() => Product with { Inner = value });
        Assert.ThrowsAny<ArgumentException>(() => Sum with { Devices = value });
    }

    [Fact]
    public void Wrong_input_is_named()
    {
        Assert.Contains("rows", Assert.Throws<ArgumentOutOfRangeException>(() => Product with { Rows = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("inner dimension", Assert.Throws<ArgumentOutOfRangeException>(() => Product with { Inner = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("bytes to add up", Assert.Throws<ArgumentOutOfRangeException>(() => Sum with { Bytes = DataSize.Byte * -1 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("device", () => Product with { Device = null! });
        Assert.Throws<ArgumentNullException>("format", () => Product with { Format = null! });
        Assert.Throws<ArgumentNullException>(() => Sum with { Device = null! });
    }
}
