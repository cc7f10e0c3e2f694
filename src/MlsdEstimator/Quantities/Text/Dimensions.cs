namespace MlsdEstimator;

/// <summary>The dimensions of the simple quantities; a quotient makes its own from two of them.</summary>
internal static class Dimensions
{
    public static readonly Dimension Scalar = new ScalarDimension();
    public static readonly Dimension Fraction = new FractionDimension();
    public static readonly Dimension Duration = new DurationDimension();
    public static readonly Dimension Rate = new TableDimension("rate", TimeUnits.Rates, "116 k/s");
    public static readonly Dimension DataSize = new TableDimension("data size", DataUnits.Sizes, "70.4 GB");
    public static readonly Dimension Bandwidth = new TableDimension("bandwidth", DataUnits.Bandwidths, "58 GB/s");
    public static readonly Dimension FlopCount = new TableDimension("FLOP count", MetricUnits.FlopCount, "17 GFLOP", MetricUnits.RefusedCounts);
    public static readonly Dimension FlopRate = new TableDimension("FLOP rate", MetricUnits.FlopRate, "312 TFLOP/s", MetricUnits.RefusedRates);
    public static readonly Dimension Money = new MoneyDimension();
    public static readonly Dimension Spend = new TableDimension("spend", MoneyUnits.Spend, "$4,450/month");
    public static readonly Dimension Energy = new TableDimension("energy", MetricUnits.Energy, "1.2 kWh");
    public static readonly Dimension Power = new TableDimension("power", MetricUnits.Power, "700 W");
}
