using System.Globalization;

namespace MlsdEstimator.Accuracy;

/// <summary>Fits the costs of single kernels, robustly, on logarithms. Spreads come from withheld rows.</summary>
internal sealed class KernelFit
{
    private const double ErrorScale = 0.1;
    private const double Prior = 1;
    private const int Parts = 5;

    /// <summary>Between devices and links, of which few were seen: added as so many of this spread.</summary>
    private const double UsualSpread = 0.1;
    private const double UsualLinkSpread = 0.25;
    private const double PriorGroups = 2;

    private static readonly double[] GemmStart = [Math.Log(0.3), Math.Log(1.2), Math.Log(5e-6), Math.Log(20)];
    private static readonly double[] SumStart = [Math.Log(30e-6), Math.Log(0.3)];

    private readonly DateOnly on;
    private readonly double[] product;
    private readonly double[] sum;
    private readonly (double Shared, double Residual, int Rows) ofProducts;
    private readonly (double Shared, double Residual, int Rows) ofSums;

    public KernelFit(IReadOnlyList<KernelRow> rows, DateOnly on)
    {
        this.on = on;
        KernelRow[] products = [.. rows.Where(row => row.Gemm is not null)], sums = [.. rows.Where(row => row.AllReduce is not null)];
        (product, sum) = (Fit(products, GemmStart, GemmSeconds), Fit(sums, SumStart, SumSeconds));
        ofProducts = Spreads(products, GemmStart, GemmSeconds, UsualSpread);
        ofSums = Spreads(sums, SumStart, SumSeconds, UsualLinkSpread);
    }

    public GemmCosts Gemm => new(
        Math.Exp(product[0]), Math.Exp(product[1]), Math.Exp(product[2]), Math.Exp(product[3]), ofProducts.Shared, ofProducts.Residual, ofProducts.Rows, on);

    public AllReduceCosts AllReduce => new(Math.Exp(sum[0]), Math.Exp(sum[1]), ofSums.Shared, ofSums.Residual, ofSums.Rows, on);

    public ConstantsFile ToConstants() => new("src/MlsdEstimator/Inference/KernelEfficiencies.Data.cs", string.Create(CultureInfo.InvariantCulture, $$"""
        namespace MlsdEstimator;

        /// <summary>Costs of single kernels. Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</summary>
        internal static class KernelEfficiencies
        {
            /// <summary>Matrix products.</summary>
            public static GemmCosts Gemm { get; } = new({{Math.Exp(product[0]):0.000}}, {{Math.Exp(product[1]):0.000}}, {{Math.Exp(product[2]):0.000e0}}, {{Math.Exp(product[3]):0.0}}, {{ofProducts.Shared:0.000}}, {{ofProducts.Residual:0.000}}, {{ofProducts.Rows}}, new DateOnly({{on:yyyy, M, d}}));

            /// <summary>All-reduces.</summary>
            public static AllReduceCosts AllReduce { get; } = new({{Math.Exp(sum[0]):0.000e0}}, {{Math.Exp(sum[1]):0.000}}, {{ofSums.Shared:0.000}}, {{ofSums.Residual:0.000}}, {{ofSums.Rows}}, new DateOnly({{on:yyyy, M, d}}));
        }

        """));

    private static double[] Fit(KernelRow[] rows, double[] start, Func<KernelRow, double[], double> seconds) => LeastSquares.Minimise(
        values => [.. rows.Select(row => LeastSquares.Softened(Math.Log(row.Seconds / seconds(row, values)) / ErrorScale)), .. values.Zip(start, (value, usual) => (value - usual) / Prior)],
        start);

    private static (double Shared, double Residual, int Rows) Spreads(KernelRow[] rows, double[] start, Func<KernelRow, double[], double> seconds, double usual)
    {
        double[] middles = [.. Withheld(rows, start, seconds, row => row.Device).GroupBy(row => row.Row.Device).Select(group => Statistics.Quantile([.. group.Select(row => row.Error)], 0.5))];
        double[] errors = [.. Withheld(rows, start, seconds, row => row.Model).Select(row => Math.Abs(row.Error))];
        bool isOne = middles.Length < 2;
        double shared = isOne ? usual : Math.Sqrt((middles.Sum(middle => middle * middle) + PriorGroups * usual * usual) / (middles.Length + PriorGroups));
        return (shared, errors.Length > 0 ? Statistics.Quantile(errors, 0.9) / 1.645 : usual, rows.Length);
    }

    private static IEnumerable<(KernelRow Row, double Error)> Withheld(KernelRow[] rows, double[] start, Func<KernelRow, double[], double> seconds, Func<KernelRow, string> groupOf)
    {
        string[] groups = [.. rows.Select(groupOf).Distinct().Order(StringComparer.Ordinal)];
        return groups.Length < 2 ? [] : rows.GroupBy(row => Array.IndexOf(groups, groupOf(row)) % Parts).SelectMany(part =>
        {
            double[] fitted = Fit([.. rows.Where(row => Array.IndexOf(groups, groupOf(row)) % Parts != part.Key)], start, seconds);
            return part.Select(row => (row, Math.Log(row.Seconds / seconds(row, fitted))));
        });
    }

    /// <summary>The formula of <see cref="GemmKernel"/> on bare numbers.</summary>
    private static double GemmSeconds(KernelRow row, double[] values)
    {
        GemmKernel product = row.Gemm!;
        double rows = product.Rows.BaseValue;
        double arithmetic = product.Bound.BaseValue * (rows + Math.Exp(values[3])) / rows * (1 + Math.Exp(values[0]));
        double memory = product.Bytes.BaseValue / product.Device.MemoryBandwidth.BaseValue * Math.Exp(values[1]);
        return Math.Sqrt(arithmetic * arithmetic + memory * memory) + Math.Exp(values[2]);
    }

    /// <summary>The formula of <see cref="MlsdEstimator.AllReduce"/> on bare numbers.</summary>
    private static double SumSeconds(KernelRow row, double[] values) => Math.Exp(values[0]) + row.AllReduce!.Bound.BaseValue * (1 + Math.Exp(values[1]));
}
