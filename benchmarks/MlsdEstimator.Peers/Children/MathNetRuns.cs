using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;

namespace MlsdEstimator.Peers;

/// <summary>The workloads in MathNet as its documentation shows: one distribution for each input, arrays, quantiles in place.</summary>
internal sealed class MathNetRuns(int samples)
{
    private const double ScoreOf95 = 1.6448536269514722;

    private readonly RandomSource source = new Xoshiro256StarStar(1);

    private double[] found = [];

    public static Measurement Measure(Contest contest, double seconds)
    {
        var runs = new MathNetRuns(contest.Samples);
        return new Measurement
        {
            Workload = contest.Workload,
            Peer = OwnPeer.MathNetName,
            Threads = contest.Threads,
            Samples = contest.Samples,
            NanosecondsPerSample = Repetition.Fastest(contest.Workload == WorkloadName.Graph ? runs.Graph : runs.Capacity, seconds) / contest.Samples * 1e9,
            Statistics = contest.Workload == WorkloadName.Graph ? null : runs.found,
            Version = $"MathNet.Numerics {typeof(Beta).Assembly.GetName().Version?.ToString(3)}",
        };
    }

    private void Capacity()
    {
        double[] users = Draw(Range(120e6, 180e6)), requests = Draw(Range(5, 20)), peakFactor = Draw(new Triangular(1.5, 4, 2, source));
        double[] features = Draw(new ContinuousUniform(200, 800, source)), bytes = Draw(Range(8, 64)), gflop = Draw(Range(0.5, 5));
        double[] utilization = Draw(new Beta(8, 6, source)), price = Draw(new ContinuousUniform(1.5, 4, source)), days = Days();
        double[] peak = new double[samples], bandwidth = new double[samples], storage = new double[samples], machines = new double[samples], cost = new double[samples];
        for (int i = 0; i < samples; i++)
        {
            peak[i] = users[i] * requests[i] / 86400 * peakFactor[i];
            bandwidth[i] = peak[i] * features[i] * bytes[i];
            storage[i] = users[i] * requests[i] * features[i] * bytes[i] * days[i] * 3;
            machines[i] = Math.Ceiling(peak[i] * gflop[i] * 1e9 / (312e12 * utilization[i]));
            cost[i] = machines[i] * price[i] * 730;
        }
        Summarise(peak, bandwidth, storage, machines, cost);
    }

    private void Graph()
    {
        double[][] inputs = [.. Enumerable.Range(0, 64).Select(_ => Draw(new LogNormal(0, 0.1, source)))];
        var operands = new System.Random(1);
        double[] value = inputs[0];
        for (int node = 0; node < 200; node++)
            value = Combine(value, inputs[operands.Next(64)], isProduct: node % 2 == 1);
        Summarise(value);
    }

    private static double[] Combine(double[] left, double[] right, bool isProduct)
    {
        var result = new double[left.Length];
        if (isProduct)
        {
            for (int i = 0; i < result.Length; i++)
                result[i] = left[i] * right[i];
        }
        else
        {
            for (int i = 0; i < result.Length; i++)
                result[i] = 0.5 * (left[i] + right[i]);
        }
        return result;
    }

    private LogNormal Range(double low, double high) =>
        new((Math.Log(low) + Math.Log(high)) / 2, (Math.Log(high) - Math.Log(low)) / (2 * ScoreOf95), source);

    private double[] Draw(IContinuousDistribution distribution)
    {
        var values = new double[samples];
        distribution.Samples(values);
        return values;
    }

    private double[] Days()
    {
        double[] days = Draw(new ContinuousUniform(0, 1, source));
        for (int i = 0; i < days.Length; i++)
            days[i] = days[i] < 0.5 ? 30 : days[i] < 0.8 ? 90 : 365;
        return days;
    }

    private void Summarise(params double[][] columns) => found = [.. columns.SelectMany(Statistics)];

    private static IEnumerable<double> Statistics(double[] column) =>
    [
        column.Mean(), ArrayStatistics.QuantileInplace(column, 0.05), ArrayStatistics.QuantileInplace(column, 0.5), ArrayStatistics.QuantileInplace(column, 0.95),
    ];
}
