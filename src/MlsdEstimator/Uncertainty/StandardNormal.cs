using System.Numerics;
using System.Runtime.CompilerServices;
using MathNet.Numerics;

namespace MlsdEstimator;

/// <summary>The standard normal distribution, over whose scores every distribution is read.</summary>
/// <remarks>
/// Scores by algorithm AS 241, routine PPND16 (M. J. Wichura, Applied Statistics 37, 1988), relative error about 1e-16:
/// one rational function in the middle, two of sqrt(-ln tail) outside. The kernels skip the tiers of the compiler: a first call counts too.
/// </remarks>
internal static class StandardNormal
{
    private const double SquareRootOfTwo = 1.4142135623730951;

    /// <summary>Half width of the middle, in probability.</summary>
    private const double Split = 0.425;

    /// <summary>Where the near tail ends, in sqrt(-ln tail): at a tail of 1.4e-11.</summary>
    private const double TailSplit = 5;

    /// <summary>Score z with P(Z &lt;= z) = probability.</summary>
    public static double Score(double probability) => Scores(new Vector<double>(probability))[0];

    /// <summary>Score z with P(-z &lt;= Z &lt;= z) = confidence: 1.645 for 0.9.</summary>
    public static double ScoreOfCentral(double confidence) => Score((1 + confidence) / 2);

    public static double Probability(double score) => 0.5 * SpecialFunctions.Erfc(-score / SquareRootOfTwo);

    /// <summary>Scores of many probabilities; the two spans may be the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scores(ReadOnlySpan<double> probabilities, Span<double> scores)
    {
        int i = 0;
        for (; i <= scores.Length - Vector<double>.Count; i += Vector<double>.Count)
            Scores(new Vector<double>(probabilities[i..])).CopyTo(scores[i..]);
        for (; i < scores.Length; i++)
            scores[i] = Score(probabilities[i]);
    }

    private static Vector<double> Scores(Vector<double> probability)
    {
        Vector<double> offset = probability - new Vector<double>(0.5);
        Vector<double> middle = new Vector<double>(Split * Split) - offset * offset;
        Vector<double> score = offset * Middle(middle);
        return Vector.LessThanAny(middle, Vector<double>.Zero)
            ? Vector.ConditionalSelect(Vector.LessThan(middle, Vector<double>.Zero), TailScores(probability, offset), score)
            : score;
    }

    private static Vector<double> TailScores(Vector<double> probability, Vector<double> offset)
    {
        Vector<double> depth = Vector.SquareRoot(-Vector.Log(Vector.Min(probability, Vector<double>.One - probability)));
        Vector<double> score = NearTail(depth - new Vector<double>(1.6));
        if (Vector.GreaterThanAny(depth, new Vector<double>(TailSplit)))
            score = Vector.ConditionalSelect(Vector.GreaterThan(depth, new Vector<double>(TailSplit)), FarTail(depth - new Vector<double>(TailSplit)), score);
        return Vector.CopySign(score, offset);
    }

    private static Vector<double> Middle(Vector<double> x) =>
        Polynomial(
            x,
            2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
            13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608)
        / Polynomial(
            x,
            5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
            5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1);

    private static Vector<double> NearTail(Vector<double> x) =>
        Polynomial(
            x,
            7.7454501427834140764e-4, .0227238449892691845833, .24178072517745061177, 1.27045825245236838258,
            3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734)
        / Polynomial(
            x,
            1.05075007164441684324e-9, 5.475938084995344946e-4, .0151986665636164571966, .14810397642748007459,
            .68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1);

    private static Vector<double> FarTail(Vector<double> x) =>
        Polynomial(
            x,
            2.01033439929228813265e-7, 2.71155556874348757815e-5, .0012426609473880784386, .026532189526576123093,
            .29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772)
        / Polynomial(
            x,
            2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
            .0148753612908506148525, .13692988092273580531, .59983220655588793769, 1);

    /// <summary>c7 x^7 + ... + c1 x + c0 by Horner's rule, written out: a loop over an array of coefficients costs twice as much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Polynomial(
        Vector<double> x, double c7, double c6, double c5, double c4, double c3, double c2, double c1, double c0)
    {
        Vector<double> sum = Vector.FusedMultiplyAdd(new Vector<double>(c7), x, new Vector<double>(c6));
        sum = Vector.FusedMultiplyAdd(sum, x, new Vector<double>(c5));
        sum = Vector.FusedMultiplyAdd(sum, x, new Vector<double>(c4));
        sum = Vector.FusedMultiplyAdd(sum, x, new Vector<double>(c3));
        sum = Vector.FusedMultiplyAdd(sum, x, new Vector<double>(c2));
        sum = Vector.FusedMultiplyAdd(sum, x, new Vector<double>(c1));
        return Vector.FusedMultiplyAdd(sum, x, new Vector<double>(c0));
    }
}
