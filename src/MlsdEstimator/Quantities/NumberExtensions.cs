using System.Numerics;

namespace MlsdEstimator;

/// <summary>Numbers with units: <c>500.Million</c>, <c>4.Kilobytes</c>, <c>0.023.Dollars</c>, <c>12.Percent</c>, <c>5.To(20, best: 8)</c>.</summary>
/// <remarks>Every literal refuses numbers that are not finite with an <see cref="ArgumentOutOfRangeException"/>.</remarks>
public static class NumberExtensions
{
    extension<T>(T value)
        where T : INumber<T>
    {
        /// <summary>So many times a thousand.</summary>
        public Scalar Thousand => Scalar.FromNumber(double.CreateChecked(value) * 1e3);

        /// <summary>So many times a million.</summary>
        public Scalar Million => Scalar.FromNumber(double.CreateChecked(value) * 1e6);

        /// <summary>So many times a thousand million.</summary>
        public Scalar Billion => Scalar.FromNumber(double.CreateChecked(value) * 1e9);

        /// <summary>So many times a million million.</summary>
        public Scalar Trillion => Scalar.FromNumber(double.CreateChecked(value) * 1e12);

        /// <summary>A fraction, 0 to 100 percent.</summary>
        public Fraction Percent => Fraction.FromPercent(double.CreateChecked(value));

        /// <summary>So many nanoseconds.</summary>
        public Duration Nanoseconds => Duration.FromNanoseconds(double.CreateChecked(value));

        /// <summary>So many microseconds.</summary>
        public Duration Microseconds => Duration.FromMicroseconds(double.CreateChecked(value));

        /// <summary>So many milliseconds.</summary>
        public Duration Milliseconds => Duration.FromMilliseconds(double.CreateChecked(value));

        /// <summary>So many seconds.</summary>
        public Duration Seconds => Duration.FromSeconds(double.CreateChecked(value));

        /// <summary>So many minutes.</summary>
        public Duration Minutes => Duration.FromMinutes(double.CreateChecked(value));

        /// <summary>So many hours.</summary>
        public Duration Hours => Duration.FromHours(double.CreateChecked(value));

        /// <summary>So many days.</summary>
        public Duration Days => Duration.FromDays(double.CreateChecked(value));

        /// <summary>So many weeks.</summary>
        public Duration Weeks => Duration.FromWeeks(double.CreateChecked(value));

        /// <summary>So many months.</summary>
        public Duration Months => Duration.FromMonths(double.CreateChecked(value));

        /// <summary>So many years.</summary>
        public Duration Years => Duration.FromYears(double.CreateChecked(value));

        /// <summary>So many per second.</summary>
        public Rate PerSecond => Rate.FromPerSecond(double.CreateChecked(value));

        /// <summary>So many per minute.</summary>
        public Rate PerMinute => Rate.FromPerMinute(double.CreateChecked(value));

        /// <summary>So many per hour.</summary>
        public Rate PerHour => Rate.FromPerHour(double.CreateChecked(value));

        /// <summary>So many per day.</summary>
        public Rate PerDay => Rate.FromPerDay(double.CreateChecked(value));

        /// <summary>So many per month.</summary>
        public Rate PerMonth => Rate.FromPerMonth(double.CreateChecked(value));

        /// <summary>So many bits.</summary>
        public DataSize Bits => DataSize.FromBits(double.CreateChecked(value));

        /// <summary>So many bytes.</summary>
        public DataSize Bytes => DataSize.FromBytes(double.CreateChecked(value));

        /// <summary>So many kilobytes.</summary>
        public DataSize Kilobytes => DataSize.FromKilobytes(double.CreateChecked(value));

        /// <summary>So many megabytes.</summary>
        public DataSize Megabytes => DataSize.FromMegabytes(double.CreateChecked(value));

        /// <summary>So many gigabytes.</summary>
        public DataSize Gigabytes => DataSize.FromGigabytes(double.CreateChecked(value));

        /// <summary>So many terabytes.</summary>
        public DataSize Terabytes => DataSize.FromTerabytes(double.CreateChecked(value));

        /// <summary>So many petabytes.</summary>
        public DataSize Petabytes => DataSize.FromPetabytes(double.CreateChecked(value));

        /// <summary>So many exabytes.</summary>
        public DataSize Exabytes => DataSize.FromExabytes(double.CreateChecked(value));

        /// <summary>So many kibibytes.</summary>
        public DataSize Kibibytes => DataSize.FromKibibytes(double.CreateChecked(value));

        /// <summary>So many mebibytes.</summary>
        public DataSize Mebibytes => DataSize.FromMebibytes(double.CreateChecked(value));

        /// <summary>So many gibibytes.</summary>
        public DataSize Gibibytes => DataSize.FromGibibytes(double.CreateChecked(value));

        /// <summary>So many tebibytes.</summary>
        public DataSize Tebibytes => DataSize.FromTebibytes(double.CreateChecked(value));

        /// <summary>So many pebibytes.</summary>
        public DataSize Pebibytes => DataSize.FromPebibytes(double.CreateChecked(value));

        /// <summary>So many exbibytes.</summary>
        public DataSize Exbibytes => DataSize.FromExbibytes(double.CreateChecked(value));

        /// <summary>So many bytes per second.</summary>
        public Bandwidth BytesPerSecond => Bandwidth.FromBytesPerSecond(double.CreateChecked(value));

        /// <summary>So many kilobytes per second.</summary>
        public Bandwidth KilobytesPerSecond => Bandwidth.FromKilobytesPerSecond(double.CreateChecked(value));

        /// <summary>So many megabytes per second.</summary>
        public Bandwidth MegabytesPerSecond => Bandwidth.FromMegabytesPerSecond(double.CreateChecked(value));

        /// <summary>So many gigabytes per second.</summary>
        public Bandwidth GigabytesPerSecond => Bandwidth.FromGigabytesPerSecond(double.CreateChecked(value));

        /// <summary>So many terabytes per second.</summary>
        public Bandwidth TerabytesPerSecond => Bandwidth.FromTerabytesPerSecond(double.CreateChecked(value));

        /// <summary>So many megabits per second.</summary>
        public Bandwidth MegabitsPerSecond => Bandwidth.FromMegabitsPerSecond(double.CreateChecked(value));

        /// <summary>So many gigabits per second.</summary>
        public Bandwidth GigabitsPerSecond => Bandwidth.FromGigabitsPerSecond(double.CreateChecked(value));

        /// <summary>So many terabits per second.</summary>
        public Bandwidth TerabitsPerSecond => Bandwidth.FromTerabitsPerSecond(double.CreateChecked(value));

        /// <summary>So many flops.</summary>
        public FlopCount Flops => FlopCount.FromFlops(double.CreateChecked(value));

        /// <summary>So many megaflops.</summary>
        public FlopCount Megaflops => FlopCount.FromMegaflops(double.CreateChecked(value));

        /// <summary>So many gigaflops.</summary>
        public FlopCount Gigaflops => FlopCount.FromGigaflops(double.CreateChecked(value));

        /// <summary>So many teraflops.</summary>
        public FlopCount Teraflops => FlopCount.FromTeraflops(double.CreateChecked(value));

        /// <summary>So many petaflops.</summary>
        public FlopCount Petaflops => FlopCount.FromPetaflops(double.CreateChecked(value));

        /// <summary>So many exaflops.</summary>
        public FlopCount Exaflops => FlopCount.FromExaflops(double.CreateChecked(value));

        /// <summary>So many gigaflops per second.</summary>
        public FlopRate GigaflopsPerSecond => FlopRate.FromGigaflopsPerSecond(double.CreateChecked(value));

        /// <summary>So many teraflops per second.</summary>
        public FlopRate TeraflopsPerSecond => FlopRate.FromTeraflopsPerSecond(double.CreateChecked(value));

        /// <summary>So many petaflops per second.</summary>
        public FlopRate PetaflopsPerSecond => FlopRate.FromPetaflopsPerSecond(double.CreateChecked(value));

        /// <summary>So many dollars.</summary>
        public Money Dollars => Money.FromDollars(double.CreateChecked(value));

        /// <summary>So many dollars per hour.</summary>
        public Spend DollarsPerHour => Spend.FromDollarsPerHour(double.CreateChecked(value));

        /// <summary>So many dollars per day.</summary>
        public Spend DollarsPerDay => Spend.FromDollarsPerDay(double.CreateChecked(value));

        /// <summary>So many dollars per month.</summary>
        public Spend DollarsPerMonth => Spend.FromDollarsPerMonth(double.CreateChecked(value));

        /// <summary>So many dollars per year.</summary>
        public Spend DollarsPerYear => Spend.FromDollarsPerYear(double.CreateChecked(value));

        /// <summary>So many joules.</summary>
        public Energy Joules => Energy.FromJoules(double.CreateChecked(value));

        /// <summary>So many watt hours.</summary>
        public Energy WattHours => Energy.FromWattHours(double.CreateChecked(value));

        /// <summary>So many kilowatt hours.</summary>
        public Energy KilowattHours => Energy.FromKilowattHours(double.CreateChecked(value));

        /// <summary>So many megawatt hours.</summary>
        public Energy MegawattHours => Energy.FromMegawattHours(double.CreateChecked(value));

        /// <summary>So many watts.</summary>
        public Power Watts => Power.FromWatts(double.CreateChecked(value));

        /// <summary>So many kilowatts.</summary>
        public Power Kilowatts => Power.FromKilowatts(double.CreateChecked(value));

        /// <summary>So many megawatts.</summary>
        public Power Megawatts => Power.FromMegawatts(double.CreateChecked(value));

        /// <summary>A new input, 90 % between this number and <paramref name="high"/>, best guess their geometric middle.</summary>
        /// <param name="high">The 95 % point.</param>
        /// <exception cref="ArgumentOutOfRangeException">An end is not above 0, or they are not in order.</exception>
        public Scalar To(double high) => Uncertain.Range(double.CreateChecked(value), high).AsScalar();

        /// <summary>A new input, 90 % between this number and <paramref name="high"/>, as likely below <paramref name="best"/> as above.</summary>
        /// <param name="high">The 95 % point.</param>
        /// <param name="best">Best guess: the median and the nominal value.</param>
        /// <exception cref="ArgumentOutOfRangeException">An end is not above 0, or the three are not in order.</exception>
        public Scalar To(double high, double best) => Uncertain.Range(double.CreateChecked(value), best, high).AsScalar();
    }
}
