using System.Runtime.CompilerServices;
using MathNet.Numerics;

namespace MlsdEstimator;

/// <summary>The standard normal distribution, over whose scores every distribution is read.</summary>
/// <remarks>
/// One score by algorithm AS 241, routine PPND16 (M. J. Wichura, Applied Statistics 37, 1988), relative error about 1e-16: one rational function in the
/// middle, two of sqrt(-ln tail) outside. Blocks of draws by a table of the same over octaves of the tail, which needs neither a logarithm nor a branch.
/// </remarks>
internal static class StandardNormal
{
    private const double SquareRootOfTwo = 1.4142135623730951;

    private const double TwoTo52 = 4503599627370496;

    /// <summary>Half width of the middle, in probability.</summary>
    private const double Split = 0.425;

    /// <summary>Where the near tail ends, in sqrt(-ln tail): at a tail of 1.4e-11.</summary>
    private const double TailSplit = 5;

    /// <summary>Pieces of 1/16 of a score, to where the tail is smaller than any draw's: relative error 3e-12 there, 1e-14 inside 4.</summary>
    private const double PiecesOfScore = 16;

    /// <summary>Beyond the score of every draw.</summary>
    public const double LargestScore = 8.25;

    private static readonly TailOctaves Octaves = new(digits: 4, TailOctaves.AllOctaves);

    private static readonly PolynomialTable ScoresOfTails =
        new(Octaves.Rows, Octaves.HalfWidth, (row, offset) => Score(Octaves.Tail(row, offset)));

    private static readonly PolynomialTable TailsOfScores =
        new((int)(LargestScore * PiecesOfScore) + 1, 0.5, (row, offset) => Probability(-(row + offset) / PiecesOfScore));

    /// <summary>Score z with P(Z &lt;= z) = probability.</summary>
    public static double Score(double probability)
    {
        double offset = probability - 0.5;
        if (Math.Abs(offset) <= Split)
            return offset * Middle(Split * Split - offset * offset);
        double depth = Math.Sqrt(-Math.Log(Math.Min(probability, 1 - probability)));
        return Math.CopySign(depth <= TailSplit ? NearTail(depth - 1.6) : FarTail(depth - TailSplit), offset);
    }

    /// <summary>Score z with P(-z &lt;= Z &lt;= z) = confidence: 1.645 for 0.9.</summary>
    public static double ScoreOfCentral(double confidence) => Score((1 + confidence) / 2);

    public static double Probability(double score) => 0.5 * SpecialFunctions.Erfc(-score / SquareRootOfTwo);

    /// <summary>Scores of many points; one beyond 2^-53 or 1 - 2^-53 is read there. The two spans may be the same.</summary>
    public static void Scores(ReadOnlySpan<double> points, Span<double> scores) => Kernel.Apply(new PointScore(Octaves, ScoresOfTails), points, scores);

    /// <summary>Probabilities of many scores, with the error of a number near 1; the two spans may be the same.</summary>
    public static void Probabilities(ReadOnlySpan<double> scores, Span<double> probabilities) => Kernel.Apply(OverScores(default(SignedTail.ToProbability)), scores, probabilities);

    /// <summary>A kernel over <see cref="SignedTail"/>s as one over scores.</summary>
    public static TailsOfScoresKernel<TKernel> OverScores<TKernel>(TKernel kernel)
        where TKernel : struct, IKernel => new(TailsOfScores, kernel);

    private static double Middle(double x) =>
        Polynomial(
            x,
            2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
            13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608)
        / Polynomial(
            x,
            5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
            5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1);

    private static double NearTail(double x) =>
        Polynomial(
            x,
            7.7454501427834140764e-4, .0227238449892691845833, .24178072517745061177, 1.27045825245236838258,
            3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734)
        / Polynomial(
            x,
            1.05075007164441684324e-9, 5.475938084995344946e-4, .0151986665636164571966, .14810397642748007459,
            .68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1);

    private static double FarTail(double x) =>
        Polynomial(
            x,
            2.01033439929228813265e-7, 2.71155556874348757815e-5, .0012426609473880784386, .026532189526576123093,
            .29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772)
        / Polynomial(
            x,
            2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
            .0148753612908506148525, .13692988092273580531, .59983220655588793769, 1);

    /// <summary>c7 x^7 + ... + c1 x + c0 by Horner's rule.</summary>
    private static double Polynomial(double x, params ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        foreach (double coefficient in coefficients)
            sum = Math.FusedMultiplyAdd(sum, x, coefficient);
        return sum;
    }

    /// <summary>Score of a point: minus or plus the score of its tail.</summary>
    private readonly struct PointScore(TailOctaves octaves, PolynomialTable table) : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes half = TLanes.All(0.5);
            (TLanes row, TLanes offset) = octaves.Find(TLanes.IfGreater(x, half, TLanes.All(1) - x, x));
            TLanes score = table.Evaluate(row, offset);
            return TLanes.IfGreater(x, half, -score, score);
        }
    }

    /// <inheritdoc cref="OverScores"/>
    internal readonly struct TailsOfScoresKernel<TKernel>(PolynomialTable table, TKernel kernel) : IKernel
        where TKernel : struct, IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes distance = TLanes.Absolute(x), largest = TLanes.All(LargestScore), rounder = TLanes.All(TwoTo52);
            TLanes place = TLanes.IfGreater(largest, distance, distance, largest) * TLanes.All(PiecesOfScore);
            TLanes rounded = place + rounder;
            TLanes tail = table.Evaluate(TLanes.SubtractBits(rounded, rounder), place - (rounded - rounder));
            return kernel.Apply(TLanes.IfGreater(x, TLanes.All(0), -tail, tail));
        }
    }
}
