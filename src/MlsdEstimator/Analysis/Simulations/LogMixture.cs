using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlsdEstimator;

/// <summary>A mean over many copies of one distribution, each moved to a place of its own.</summary>
/// <remarks>Of the places in a group only the sums of powers 0 to 3 of their distances from its middle are known: the distribution is expanded there, and the middle need be found once for all.</remarks>
/// <param name="middles">Middle of each group, rising.</param>
/// <param name="spread">The distribution.</param>
internal sealed class LogMixture(double[] middles, LogSpread spread)
{
    /// <summary>Steps of a search: bisection alone needs about 60.</summary>
    private const int MostSteps = 200;

    /// <summary>A step of Newton's method that is so small beside the spread leaves an error of its square.</summary>
    private const double SmallStep = 1e-6;

    /// <summary>What the places of a group may be away from its middle, in parts of the spread, with room.</summary>
    private const double HalfGroup = 1;

    /// <summary>Groups that are evaluated together.</summary>
    private const int BlockSize = 256;

    /// <summary>The place below which a part of the mixture lies: Newton's method, kept between two places on both sides of it.</summary>
    /// <param name="sums">Sums of powers of each group.</param>
    /// <param name="probability">The part.</param>
    public double Quantile(ReadOnlySpan<double> sums, double probability)
    {
        (double mean, double deviation) = Moments(sums);
        double score = StandardNormal.Score(probability), distance = spread.AtScore(score), margin = HalfGroup * spread.Least;
        double low = middles[0] + distance - margin, high = middles[^1] + distance + margin, at = mean + score * deviation;
        var terms = new double[sums.Length];
        for (int step = 0; step < MostSteps; step++)
        {
            if (!(at > low && at < high))
                at = low + (high - low) / 2;
            Expand(at, terms);
            double miss = Below(sums, terms) - probability, next = at - miss / Density(sums, terms);
            if (Math.Abs(next - at) <= SmallStep * spread.Least)
                return next;
            (low, high) = miss < 0 ? (at, high) : (low, at);
            at = next;
        }
        return at;
    }

    /// <summary>What each sum of powers adds to the part of the mixture below a place: the distribution there and its derivatives.</summary>
    public void Expand(double place, Span<double> terms)
    {
        Span<double> scores = stackalloc double[BlockSize], shares = stackalloc double[BlockSize], densities = stackalloc double[BlockSize];
        for (int start = 0; start < middles.Length; start += BlockSize)
        {
            int length = Math.Min(BlockSize, middles.Length - start);
            for (int i = 0; i < length; i++)
                scores[i] = spread.ScoreOf(place - middles[start + i]);
            StandardNormal.Probabilities(scores[..length], shares);
            Kernel.Apply(default(NormalDensity), scores[..length], densities);
            for (int i = 0; i < length; i++)
                Expand(scores[i], shares[i], densities[i], terms.Slice((start + i) * LogBins.Powers, LogBins.Powers));
        }
    }

    /// <summary>The part of a mixture of such groups below the place of the terms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Below(ReadOnlySpan<double> sums, ReadOnlySpan<double> terms)
    {
        ReadOnlySpan<Vector256<double>> groups = MemoryMarshal.Cast<double, Vector256<double>>(sums), parts = MemoryMarshal.Cast<double, Vector256<double>>(terms);
        Vector256<double> below = Vector256<double>.Zero, counts = Vector256<double>.Zero;
        for (int group = 0; group < groups.Length; group++)
        {
            below += groups[group] * parts[group];
            counts += groups[group];
        }
        return Math.Clamp(Vector256.Sum(below) / counts[0], 0, 1);
    }

    /// <summary>The density of a mixture of such groups at the place of the terms.</summary>
    public static double Density(ReadOnlySpan<double> sums, ReadOnlySpan<double> terms)
    {
        (double density, double count) = (0, 0);
        for (int group = 0; group < sums.Length; group += LogBins.Powers)
        {
            density -= sums[group] * terms[group + 1];
            count += sums[group];
        }
        return density / count;
    }

    /// <summary>P, -P', P'' / 2 and -P''' / 6 of the distribution P over the distance.</summary>
    private void Expand(double score, double share, double density, Span<double> terms)
    {
        double slope = 1 / spread.SlopeAt(score), first = density * slope, second = first * slope;
        (terms[0], terms[1], terms[2], terms[3]) = (share, -first, -score * second / 2, (1 - score * score) * second * slope / 6);
    }

    /// <summary>Mean and standard deviation of the mixture, about: where to begin.</summary>
    private (double Mean, double Deviation) Moments(ReadOnlySpan<double> sums)
    {
        (double count, double mean, double squares) = (0, 0, 0);
        for (int group = 0; group < middles.Length; group++)
        {
            double part = sums[group * LogBins.Powers], distance = middles[group] - middles[0];
            (count, mean, squares) = (count + part, mean + part * distance, squares + part * distance * distance);
        }
        mean /= count;
        return (middles[0] + mean, Math.Sqrt(Math.Max(0, squares / count - mean * mean) + spread.Variance));
    }

    private readonly struct NormalDensity : IKernel
    {
        private const double InverseRootOfTwoPi = 0.3989422804014327;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.All(InverseRootOfTwoPi) * Elementary.Exponential(TLanes.All(-0.5) * x * x);
    }
}
