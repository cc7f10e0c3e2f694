using System.Globalization;

namespace MlsdEstimator.Accuracy;

/// <summary>Fits the costs of a query, robustly, on logarithms, with a factor for each system. Spreads come from withheld data sets and systems.</summary>
internal sealed class VectorFit
{
    private const int Formula = 6;
    private const double ErrorScale = 0.25;
    private const double FactorPrior = 0.7;

    /// <summary>Rows of a data set on one system share their errors: many of them do not outvote a few of another.</summary>
    private const double BlockPower = -0.35;
    private const double BlockWeight = 2;

    /// <summary>Fixed seconds, seconds of work, power of the missed part, power of neighbours, dimensions of a visit, power of items.</summary>
    private static readonly double[] Usual = [Math.Log(6e-4), Math.Log(1e-4), 0.6, 0.5, Math.Log(300), 0.1];
    private static readonly double[] Priors = [0.5, 1, 0.3, 0.3, 1, 0.15];

    private readonly DateOnly on;
    private readonly int rows;
    private readonly double[] fitted;
    private readonly string[] systems;
    private readonly (double Engines, double Data) spreads;

    public VectorFit(IReadOnlyList<VectorRow> rows, DateOnly on)
    {
        (this.on, this.rows) = (on, rows.Count);
        systems = [.. rows.Select(row => row.Device).Distinct().Order(StringComparer.Ordinal)];
        fitted = Fit(rows);
        spreads = (Spread(rows, row => row.Device), Spread(rows, row => row.Block));
    }

    public AnnCosts Costs => new(Math.Exp(fitted[0]), Math.Exp(fitted[1]), (fitted[2], fitted[3], fitted[5]), Math.Exp(fitted[4]), Factors, spreads, rows, on);

    public ConstantsFile ToConstants() => new("src/MlsdEstimator/Serving/AnnMeasurements.Data.cs", string.Create(CultureInfo.InvariantCulture, $$"""
        namespace MlsdEstimator;

        /// <summary>Costs of a query. Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</summary>
        internal static class AnnMeasurements
        {
            /// <summary>HNSW graphs in memory.</summary>
            public static AnnCosts Costs { get; } = new({{Math.Exp(fitted[0]):0.000e0}}, {{Math.Exp(fitted[1]):0.000e0}}, ({{fitted[2]:0.000}}, {{fitted[3]:0.000}}, {{fitted[5]:0.000}}), {{Math.Exp(fitted[4]):0.0}}, ({{Factors.Weaviate:0.000}}, {{Factors.Qdrant:0.000}}, {{Factors.Elasticsearch:0.000}}, {{Factors.Other:0.000}}), ({{spreads.Engines:0.000}}, {{spreads.Data:0.000}}), {{rows}}, new DateOnly({{on:yyyy, M, d}}));
        }

        """));

    private (double Weaviate, double Qdrant, double Elasticsearch, double Other) Factors =>
        (FactorOf("Weaviate"), FactorOf("qdrant"), FactorOf("elasticsearch"), Math.Exp(Middle));

    /// <summary>A system that was not seen is as the others.</summary>
    private double FactorOf(string system) => Math.Exp(Array.IndexOf(systems, system) is var known and >= 0 ? fitted[Formula + known] : Middle);

    private double Middle => systems.Length == 0 ? 0 : Statistics.Quantile(fitted[Formula..], 0.5);

    private double[] Fit(IReadOnlyList<VectorRow> seen)
    {
        Dictionary<string, double> weights = seen.GroupBy(row => row.Block).ToDictionary(block => block.Key, block => BlockWeight * Math.Pow(block.Count(), BlockPower));
        double[] start = [.. Usual, .. systems.Select(_ => 0.0)], priors = [.. Priors, .. systems.Select(_ => FactorPrior)];
        return LeastSquares.Minimise(
            values => [.. seen.Select(row => weights[row.Block] * LeastSquares.Softened(Error(row, values, FactorIn(values, row)) / ErrorScale)), .. values.Select((value, i) => (value - start[i]) / priors[i])],
            start);
    }

    private double FactorIn(double[] values, VectorRow row) => values[Formula + Array.IndexOf(systems, row.Device)];

    /// <summary>Root mean square of the middle errors of groups that were withheld, each with the factor of its system where that is seen elsewhere.</summary>
    private double Spread(IReadOnlyList<VectorRow> all, Func<VectorRow, string> groupOf)
    {
        double[] middles = [.. all.GroupBy(groupOf).Where(group => group.Count() < all.Count).Select(group =>
        {
            VectorRow[] seen = [.. all.Where(row => groupOf(row) != group.Key)];
            double[] values = Fit(seen);
            double other = Statistics.Quantile([.. seen.Select(row => row.Device).Distinct().Select(system => values[Formula + Array.IndexOf(systems, system)])], 0.5);
            return Statistics.Quantile([.. group.Select(row => Error(row, values, seen.Any(known => known.Device == row.Device) ? FactorIn(values, row) : other))], 0.5);
        })];
        return middles.Length == 0 ? FactorPrior : Math.Sqrt(middles.Average(middle => middle * middle));
    }

    /// <summary>The formula of <see cref="AnnNode"/> on bare numbers: ln(measured / predicted).</summary>
    private static double Error(VectorRow row, double[] values, double factor)
    {
        AnnNode node = row.Node;
        double search = Math.Exp(values[1]) * Math.Pow(1 - node.Recall.BaseValue, -values[2]) * Math.Pow(node.Neighbours.BaseValue / 10, values[3])
            * (1 + node.Dimensions.BaseValue / Math.Exp(values[4])) * Math.Pow(node.Items.BaseValue / 1e6, values[5]);
        return Math.Log(row.Seconds / (Math.Exp(values[0]) + search)) - factor;
    }
}
