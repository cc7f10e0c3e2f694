namespace MlsdEstimator.Accuracy;

/// <summary>Statistics of samples.</summary>
internal static class Statistics
{
    /// <summary>A quantile by linear interpolation between order statistics (type 7, as NumPy and Excel).</summary>
    public static double Quantile(IReadOnlyCollection<double> values, double probability)
    {
        double[] sorted = [.. values.Order()];
        double place = probability * (sorted.Length - 1);
        int below = (int)place;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + (place - below) * (above - sorted[below]);
    }

    /// <summary>How many independent values tell as much as values in blocks: the sum of n / (1 + (n - 1) r) with r from <see cref="Correlation"/>.</summary>
    public static double EffectiveCount(IReadOnlyList<IReadOnlyList<double>> blocks)
    {
        double correlation = Correlation(blocks);
        return blocks.Sum(block => block.Count / (1 + (block.Count - 1) * correlation));
    }

    /// <summary>
    /// Correlation of two values of one block, 0 to 1, from one-way analysis of variance: (B - W) / (B + (n0 - 1) W), B and W the mean squares between and
    /// within blocks, n0 the mean block size corrected for unequal ones. 0 where it cannot be told: one block, or only blocks of one value.
    /// </summary>
    public static double Correlation(IReadOnlyList<IReadOnlyList<double>> blocks)
    {
        int count = blocks.Sum(block => block.Count), groups = blocks.Count;
        if (groups < 2 || count == groups)
            return 0;
        double mean = blocks.SelectMany(block => block).Average();
        double between = blocks.Sum(block => block.Count * Square(block.Average() - mean)) / (groups - 1);
        double within = blocks.Sum(block => block.Sum(value => Square(value - block.Average()))) / (count - groups);
        double size = (count - blocks.Sum(block => Square(block.Count)) / count) / (groups - 1);
        double total = between + (size - 1) * within;
        return total > 0 ? Math.Clamp((between - within) / total, 0, 1) : 0;
    }

    private static double Square(double value) => value * value;
}
