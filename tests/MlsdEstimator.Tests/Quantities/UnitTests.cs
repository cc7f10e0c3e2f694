namespace MlsdEstimator.Tests;

/// <summary>Every unit against its definition: SI Brochure 9 (prefixes, minute, hour, day), IEC 80000-13 (binary prefixes, byte), calendar of the library (month 730 h, year 365 d).</summary>
public class UnitTests
{
    public static IReadOnlyList<object?[]> Units { get; } =
    [
        Unit("Duration.Nanoseconds", 1e-9, Duration.FromNanoseconds(3), Duration.Nanosecond, 3.Nanoseconds, quantity => quantity.Nanoseconds),
        Unit("Duration.Microseconds", 1e-6, Duration.FromMicroseconds(3), Duration.Microsecond, 3.Microseconds, quantity => quantity.Microseconds),
        Unit("Duration.Milliseconds", 0.001, Duration.FromMilliseconds(3), Duration.Millisecond, 3.Milliseconds, quantity => quantity.Milliseconds),
        Unit("Duration.Seconds", 1, Duration.FromSeconds(3), Duration.Second, 3.Seconds, quantity => quantity.Seconds),
        Unit("Duration.Minutes", 60, Duration.FromMinutes(3), Duration.Minute, 3.Minutes, quantity => quantity.Minutes),
        Unit("Duration.Hours", 3600, Duration.FromHours(3), Duration.Hour, 3.Hours, quantity => quantity.Hours),
        Unit("Duration.Days", 86400, Duration.FromDays(3), Duration.Day, 3.Days, quantity => quantity.Days),
        Unit("Duration.Weeks", 604800, Duration.FromWeeks(3), Duration.Week, 3.Weeks, quantity => quantity.Weeks),
        Unit("Duration.Months", 2628000, Duration.FromMonths(3), Duration.Month, 3.Months, quantity => quantity.Months),
        Unit("Duration.Years", 31536000, Duration.FromYears(3), Duration.Year, 3.Years, quantity => quantity.Years),
        Unit("Rate.PerSecond", 1, Rate.FromPerSecond(3), null, 3.PerSecond, quantity => quantity.PerSecond),
        Unit("Rate.PerMinute", 1.0 / 60, Rate.FromPerMinute(3), null, 3.PerMinute, quantity => quantity.PerMinute),
        Unit("Rate.PerHour", 1.0 / 3600, Rate.FromPerHour(3), null, 3.PerHour, quantity => quantity.PerHour),
        Unit("Rate.PerDay", 1.0 / 86400, Rate.FromPerDay(3), null, 3.PerDay, quantity => quantity.PerDay),
        Unit("Rate.PerMonth", 1.0 / 2628000, Rate.FromPerMonth(3), null, 3.PerMonth, quantity => quantity.PerMonth),
        Unit("DataSize.Bits", 0.125, DataSize.FromBits(3), DataSize.Bit, 3.Bits, quantity => quantity.Bits),
        Unit("DataSize.Bytes", 1, DataSize.FromBytes(3), DataSize.Byte, 3.Bytes, quantity => quantity.Bytes),
        Unit("DataSize.Kilobytes", 1e3, DataSize.FromKilobytes(3), DataSize.Kilobyte, 3.Kilobytes, quantity => quantity.Kilobytes),
        Unit("DataSize.Megabytes", 1e6, DataSize.FromMegabytes(3), DataSize.Megabyte, 3.Megabytes, quantity => quantity.Megabytes),
        Unit("DataSize.Gigabytes", 1e9, DataSize.FromGigabytes(3), DataSize.Gigabyte, 3.Gigabytes, quantity => quantity.Gigabytes),
        Unit("DataSize.Terabytes", 1e12, DataSize.FromTerabytes(3), DataSize.Terabyte, 3.Terabytes, quantity => quantity.Terabytes),
        Unit("DataSize.Petabytes", 1e15, DataSize.FromPetabytes(3), DataSize.Petabyte, 3.Petabytes, quantity => quantity.Petabytes),
        Unit("DataSize.Exabytes", 1e18, DataSize.FromExabytes(3), DataSize.Exabyte, 3.Exabytes, quantity => quantity.Exabytes),
        Unit("DataSize.Kibibytes", 1024, DataSize.FromKibibytes(3), DataSize.Kibibyte, 3.Kibibytes, quantity => quantity.Kibibytes),
        Unit("DataSize.Mebibytes", 1048576, DataSize.FromMebibytes(3), DataSize.Mebibyte, 3.Mebibytes, quantity => quantity.Mebibytes),
        Unit("DataSize.Gibibytes", 1073741824, DataSize.FromGibibytes(3), DataSize.Gibibyte, 3.Gibibytes, quantity => quantity.Gibibytes),
        Unit("DataSize.Tebibytes", 1099511627776, DataSize.FromTebibytes(3), DataSize.Tebibyte, 3.Tebibytes, quantity => quantity.Tebibytes),
        Unit("DataSize.Pebibytes", 1125899906842624, DataSize.FromPebibytes(3), DataSize.Pebibyte, 3.Pebibytes, quantity => quantity.Pebibytes),
        Unit("DataSize.Exbibytes", 1152921504606846976, DataSize.FromExbibytes(3), DataSize.Exbibyte, 3.Exbibytes, quantity => quantity.Exbibytes),
        Unit("Bandwidth.BitsPerSecond", 0.125, Bandwidth.FromBitsPerSecond(3), Bandwidth.BitPerSecond, null, quantity => quantity.BitsPerSecond),
        Unit("Bandwidth.BytesPerSecond", 1, Bandwidth.FromBytesPerSecond(3), Bandwidth.BytePerSecond, 3.BytesPerSecond, quantity => quantity.BytesPerSecond),
        Unit("Bandwidth.KilobytesPerSecond", 1e3, Bandwidth.FromKilobytesPerSecond(3), Bandwidth.KilobytePerSecond, 3.KilobytesPerSecond, quantity => quantity.KilobytesPerSecond),
        Unit("Bandwidth.MegabytesPerSecond", 1e6, Bandwidth.FromMegabytesPerSecond(3), Bandwidth.MegabytePerSecond, 3.MegabytesPerSecond, quantity => quantity.MegabytesPerSecond),
        Unit("Bandwidth.GigabytesPerSecond", 1e9, Bandwidth.FromGigabytesPerSecond(3), Bandwidth.GigabytePerSecond, 3.GigabytesPerSecond, quantity => quantity.GigabytesPerSecond),
        Unit("Bandwidth.TerabytesPerSecond", 1e12, Bandwidth.FromTerabytesPerSecond(3), Bandwidth.TerabytePerSecond, 3.TerabytesPerSecond, quantity => quantity.TerabytesPerSecond),
        Unit("Bandwidth.MegabitsPerSecond", 125000, Bandwidth.FromMegabitsPerSecond(3), Bandwidth.MegabitPerSecond, 3.MegabitsPerSecond, quantity => quantity.MegabitsPerSecond),
        Unit("Bandwidth.GigabitsPerSecond", 125000000, Bandwidth.FromGigabitsPerSecond(3), Bandwidth.GigabitPerSecond, 3.GigabitsPerSecond, quantity => quantity.GigabitsPerSecond),
        Unit("Bandwidth.TerabitsPerSecond", 125000000000, Bandwidth.FromTerabitsPerSecond(3), Bandwidth.TerabitPerSecond, 3.TerabitsPerSecond, quantity => quantity.TerabitsPerSecond),
        Unit("FlopCount.Flops", 1, FlopCount.FromFlops(3), FlopCount.Flop, 3.Flops, quantity => quantity.Flops),
        Unit("FlopCount.Megaflops", 1e6, FlopCount.FromMegaflops(3), FlopCount.Megaflop, 3.Megaflops, quantity => quantity.Megaflops),
        Unit("FlopCount.Gigaflops", 1e9, FlopCount.FromGigaflops(3), FlopCount.Gigaflop, 3.Gigaflops, quantity => quantity.Gigaflops),
        Unit("FlopCount.Teraflops", 1e12, FlopCount.FromTeraflops(3), FlopCount.Teraflop, 3.Teraflops, quantity => quantity.Teraflops),
        Unit("FlopCount.Petaflops", 1e15, FlopCount.FromPetaflops(3), FlopCount.Petaflop, 3.Petaflops, quantity => quantity.Petaflops),
        Unit("FlopCount.Exaflops", 1e18, FlopCount.FromExaflops(3), FlopCount.Exaflop, 3.Exaflops, quantity => quantity.Exaflops),
        Unit("FlopRate.FlopsPerSecond", 1, FlopRate.FromFlopsPerSecond(3), FlopRate.FlopPerSecond, null, quantity => quantity.FlopsPerSecond),
        Unit("FlopRate.MegaflopsPerSecond", 1e6, FlopRate.FromMegaflopsPerSecond(3), FlopRate.MegaflopPerSecond, null, quantity => quantity.MegaflopsPerSecond),
        Unit("FlopRate.GigaflopsPerSecond", 1e9, FlopRate.FromGigaflopsPerSecond(3), FlopRate.GigaflopPerSecond, 3.GigaflopsPerSecond, quantity => quantity.GigaflopsPerSecond),
        Unit("FlopRate.TeraflopsPerSecond", 1e12, FlopRate.FromTeraflopsPerSecond(3), FlopRate.TeraflopPerSecond, 3.TeraflopsPerSecond, quantity => quantity.TeraflopsPerSecond),
        Unit("FlopRate.PetaflopsPerSecond", 1e15, FlopRate.FromPetaflopsPerSecond(3), FlopRate.PetaflopPerSecond, 3.PetaflopsPerSecond, quantity => quantity.PetaflopsPerSecond),
        Unit("FlopRate.ExaflopsPerSecond", 1e18, FlopRate.FromExaflopsPerSecond(3), FlopRate.ExaflopPerSecond, null, quantity => quantity.ExaflopsPerSecond),
        Unit("Money.Dollars", 1, Money.FromDollars(3), Money.Dollar, 3.Dollars, quantity => quantity.Dollars),
        Unit("Spend.DollarsPerHour", 1.0 / 3600, Spend.FromDollarsPerHour(3), Spend.DollarPerHour, 3.DollarsPerHour, quantity => quantity.DollarsPerHour),
        Unit("Spend.DollarsPerDay", 1.0 / 86400, Spend.FromDollarsPerDay(3), Spend.DollarPerDay, 3.DollarsPerDay, quantity => quantity.DollarsPerDay),
        Unit("Spend.DollarsPerMonth", 1.0 / 2628000, Spend.FromDollarsPerMonth(3), Spend.DollarPerMonth, 3.DollarsPerMonth, quantity => quantity.DollarsPerMonth),
        Unit("Spend.DollarsPerYear", 1.0 / 31536000, Spend.FromDollarsPerYear(3), Spend.DollarPerYear, 3.DollarsPerYear, quantity => quantity.DollarsPerYear),
        Unit("Energy.Joules", 1, Energy.FromJoules(3), Energy.Joule, 3.Joules, quantity => quantity.Joules),
        Unit("Energy.WattHours", 3600, Energy.FromWattHours(3), Energy.WattHour, 3.WattHours, quantity => quantity.WattHours),
        Unit("Energy.KilowattHours", 3600000, Energy.FromKilowattHours(3), Energy.KilowattHour, 3.KilowattHours, quantity => quantity.KilowattHours),
        Unit("Energy.MegawattHours", 3600000000, Energy.FromMegawattHours(3), Energy.MegawattHour, 3.MegawattHours, quantity => quantity.MegawattHours),
        Unit("Power.Watts", 1, Power.FromWatts(3), Power.Watt, 3.Watts, quantity => quantity.Watts),
        Unit("Power.Kilowatts", 1e3, Power.FromKilowatts(3), Power.Kilowatt, 3.Kilowatts, quantity => quantity.Kilowatts),
        Unit("Power.Megawatts", 1e6, Power.FromMegawatts(3), Power.Megawatt, 3.Megawatts, quantity => quantity.Megawatts),
    ];

    [Theory]
    [MemberData(nameof(Units))]
    public void Unit_constant_factory_literal_and_reader_agree_with_the_definition(
        string unit, double size, IQuantity three, IQuantity? one, IQuantity? literal, double read)
    {
        Assert.Equal(3 * size, three.BaseValue, 1e-15 * size);
        Assert.Equal(3, read, 1e-14);
        Assert.Equal(size, one?.BaseValue ?? size, 1e-15 * size);
        Assert.Equal(three, literal ?? three);
        Assert.True(three.IsCertain, unit);
    }

    [Fact]
    public void Unit_table_misses_no_factory_constant_or_literal()
    {
        Assert.Equal(Factories().Order(StringComparer.Ordinal), Units.Select(row => (string)row[0]!).Order(StringComparer.Ordinal));
        Assert.Equal(Constants().Count(), Units.Count(row => row[3] is not null));
        Assert.Equal(Literals().Count(), Units.Count(row => row[4] is not null));
    }

    [Theory]
    [InlineData("Thousand", 3e3)]
    [InlineData("Million", 3e6)]
    [InlineData("Billion", 3e9)]
    [InlineData("Trillion", 3e12)]
    public void Word_multiplies_the_number(string word, double expected)
    {
        Scalar[] words = [3.Thousand, 3.Million, 3.Billion, 3.Trillion];
        Assert.Equal(expected, words[Array.IndexOf(["Thousand", "Million", "Billion", "Trillion"], word)].Value);
    }

    [Fact]
    public void Literal_takes_every_kind_of_number()
    {
        Assert.Equal(1500, 1.5.Kilobytes.Bytes);
        Assert.Equal(1500, 1.5f.Kilobytes.Bytes);
        Assert.Equal(1500, 1.5m.Kilobytes.Bytes);
        Assert.Equal(2000, 2L.Kilobytes.Bytes);
        Assert.Equal(2000, ((byte)2).Kilobytes.Bytes);
    }

    [Fact]
    public void Multiply_accumulate_counts_as_two_operations() => Assert.Equal(8e9, FlopCount.FromMacs(4e9).Flops);

    [Fact]
    public void Zero_and_one_are_what_they_say()
    {
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], Zeros().Select(zero => zero.BaseValue));
        Assert.Equal(1, Scalar.One.Value);
        Assert.Equal(1, Fraction.One.Value);
    }

    [Theory]
    [InlineData("s", "Duration")]
    [InlineData("/s", "Rate")]
    [InlineData("B", "DataSize")]
    [InlineData("B/s", "Bandwidth")]
    [InlineData("FLOP", "FlopCount")]
    [InlineData("FLOP/s", "FlopRate")]
    [InlineData("$", "Money")]
    [InlineData("$/s", "Spend")]
    [InlineData("J", "Energy")]
    [InlineData("W", "Power")]
    public void Base_unit_is_the_one_of_the_design(string unit, string type) => Assert.Equal(unit, Zeros().Single(zero => zero.GetType().Name == type).BaseUnit);

    [Fact]
    public void Duration_and_time_span_convert_both_ways()
    {
        Assert.Equal(90, Duration.FromTimeSpan(new TimeSpan(0, 1, 30)).Seconds);
        Assert.Equal(new TimeSpan(0, 2, 30), 150.Seconds.ToTimeSpan());
        Assert.Equal(TimeSpan.FromMilliseconds(250), 0.25.Seconds.ToTimeSpan());
    }

    private static object?[] Unit<T>(string unit, double size, T three, T? one, T? literal, Func<T, double> read)
        where T : Quantity<T>, IQuantity<T> => [unit, size, three, one, literal, read(three)];

    private static IQuantity[] Zeros() =>
    [
        Scalar.Zero, Fraction.Zero, Duration.Zero, Rate.Zero, DataSize.Zero, Bandwidth.Zero, FlopCount.Zero, FlopRate.Zero, Money.Zero, Spend.Zero, Energy.Zero, Power.Zero,
    ];

    private static IEnumerable<string> Factories() =>
        from zero in Zeros()
        from method in zero.GetType().GetMethods()
        where method.IsStatic && method.Name.StartsWith("From", StringComparison.Ordinal) && zero is not (Scalar or Fraction)
        where method.Name is not ("FromTimeSpan" or "FromMacs")
        select $"{zero.GetType().Name}.{method.Name[4..]}";

    private static IEnumerable<string> Constants() =>
        from zero in Zeros()
        from property in zero.GetType().GetProperties()
        where property.GetMethod!.IsStatic && property.Name is not ("Zero" or "One")
        select property.Name;

    private static IEnumerable<string> Literals() =>
        from method in typeof(NumberExtensions).GetMethods()
        where method.IsStatic && method.Name.StartsWith("get_", StringComparison.Ordinal) && method.ReturnType != typeof(Scalar) && method.ReturnType != typeof(Fraction)
        select method.Name;
}
