namespace MlsdEstimator;

/// <summary>Draws the factors of a <see cref="GaussianBlock"/> given the residuals of the measurements in one draw of everything else. Not thread-safe.</summary>
/// <remarks>
/// The signs of the two-piece factors are drawn by their evidence, then each factor from its normal distribution given the ones before, cut at 0 on the side of
/// its sign, and the one that its sign holds hardest first (the simulator of Geweke, Hajivassiliou and Keane: J. Hajivassiliou, D. McFadden, P. Ruud, Journal of
/// Econometrics 72, 1996). With one two-piece factor, or none, that is exact; with more, the weight corrects what the evidence of a pattern leaves out.
/// </remarks>
internal sealed class BlockDraw
{
    /// <summary>Share of draws that take signs blindly, so that no weight is large where the evidence of a pattern is wrong.</summary>
    private const double Defence = 0.05;

    /// <summary>Keeps a uniform number off 0 and 1, where a score is infinite.</summary>
    private const double Least = 1e-300;

    private readonly GaussianBlock block;
    private readonly double[] errors;

    /// <summary>For each pattern of signs, and each two-piece factor that may be drawn first; the others are made when they are needed.</summary>
    private readonly ConditionalUpdate?[,] updates;
    private readonly double[] mean;
    private readonly double[] chances;
    private readonly int[] firsts;

    public BlockDraw(GaussianBlock block, double[] errors)
    {
        (this.block, this.errors) = (block, errors);
        updates = new ConditionalUpdate[block.Patterns, Math.Max(1, block.TwoPieceCount)];
        mean = new double[block.Factors.Length];
        (chances, firsts) = (new double[block.Patterns], new int[block.Patterns]);
    }

    /// <summary>Smallest r' M^-1 r over all draws: how far the measurements lie from the best explanation found.</summary>
    public double LeastDistance { get; private set; } = double.PositiveInfinity;

    /// <summary>Replaces uniform points of the factors by their scores; returns the logarithm of the weight of the draw.</summary>
    public double Draw(ReadOnlySpan<double> residuals, Span<double> factors)
    {
        Weigh(residuals);
        (int pattern, double chance) = Signs(factors);
        ConditionalUpdate update = Update(pattern, firsts[pattern]);
        double logWeight = update.Condition(residuals, mean).LogDensity - Math.Log(chance);
        Span<double> normal = stackalloc double[factors.Length];
        for (int place = 0; place < normal.Length; place++)
        {
            double center = mean[place];
            for (int earlier = 0; earlier < place; earlier++)
                center += update.Spread(place, earlier) * normal[earlier];
            int f = update.Order[place];
            (normal[place], double inside) = Normal(factors[f], Side(f, pattern), center / update.Spread(place, place));
            double score = center + update.Spread(place, place) * normal[place];
            factors[f] = Side(f, pattern) is not 0 and double side ? side * Math.Max(0, side * score) : score;
            logWeight += Math.Log(inside);
        }
        return logWeight;
    }

    private double Side(int factor, int pattern) => factor >= block.TwoPieceCount ? 0 : (pattern >> factor & 1) != 0 ? 1 : -1;

    private ConditionalUpdate Update(int pattern, int first) =>
        updates[pattern, first] ??= new ConditionalUpdate(block, errors, pattern, [.. Enumerable.Range(0, mean.Length).OrderBy(f => f != first)]);

    /// <summary>Chance of each pattern of signs: its density times the probability of each sign alone.</summary>
    private void Weigh(ReadOnlySpan<double> residuals)
    {
        for (int pattern = 0; pattern < chances.Length; pattern++)
        {
            ConditionalUpdate update = Update(pattern, 0);
            (chances[pattern], double distance) = update.Condition(residuals, mean);
            LeastDistance = Math.Min(LeastDistance, distance);
            double least = double.PositiveInfinity;
            for (int f = 0; f < block.TwoPieceCount; f++)
            {
                double depth = Side(f, pattern) * mean[f] / update.Marginal[f];
                firsts[pattern] = depth < least ? f : firsts[pattern];
                least = Math.Min(least, depth);
                chances[pattern] += Math.Log(StandardNormal.Probability(depth));
            }
        }
        Normalise();
    }

    private void Normalise()
    {
        double largest = chances.Max(), defence = block.TwoPieceCount > 1 ? Defence : 0, sum = 0;
        if (double.IsNegativeInfinity(largest))
            Array.Fill(chances, 0);
        else
            sum = Sum(largest);
        for (int pattern = 0; pattern < chances.Length; pattern++)
            chances[pattern] = sum > 0 ? (1 - defence) * chances[pattern] / sum + defence / chances.Length : 1.0 / chances.Length;
    }

    private double Sum(double largest)
    {
        double sum = 0;
        foreach (ref double chance in chances.AsSpan())
            sum += chance = Math.Exp(chance - largest);
        return sum;
    }

    /// <summary>Signs one after the other; each uses up the digits of its factor's point that decide it, and leaves a fresh uniform number.</summary>
    private (int Pattern, double Chance) Signs(Span<double> factors)
    {
        int pattern = 0;
        double total = 1;
        for (int f = 0; f < block.TwoPieceCount; f++)
        {
            double negative = ChanceOfNegative(f, pattern);
            double split = Math.Clamp(negative / total, 0, 1);
            bool isAbove = factors[f] >= split;
            factors[f] = isAbove ? (factors[f] - split) / (1 - split) : factors[f] / split;
            total = isAbove ? total - negative : negative;
            pattern |= isAbove ? 1 << f : 0;
        }
        return (pattern, chances[pattern]);
    }

    /// <summary>Chance that factor f is negative and the ones before have the signs of the pattern.</summary>
    private double ChanceOfNegative(int f, int pattern)
    {
        int earlier = (1 << f) - 1;
        double sum = 0;
        for (int other = 0; other < chances.Length; other++)
            sum += (other & earlier) == pattern && (other >> f & 1) == 0 ? chances[other] : 0;
        return sum;
    }

    /// <summary>A standard normal number e, and the probability that center + e lies on the side that it is held to; 0 is both.</summary>
    private static (double Normal, double Inside) Normal(double uniform, double side, double center)
    {
        if (side == 0)
            return (StandardNormal.Score(uniform), 1);
        double inside = StandardNormal.Probability(side * center);
        double tail = (side < 0 ? uniform : 1 - uniform) * inside;
        return (-side * StandardNormal.Score(Math.Clamp(tail, Least, 1 - 1.2e-16)), inside);
    }
}
