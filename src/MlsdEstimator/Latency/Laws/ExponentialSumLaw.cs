using MathNet.Numerics;

namespace MlsdEstimator;

/// <summary>Exponential times one after the other, exactly: Erlang's law for equal means, else phases of a Markov chain.</summary>
/// <remarks>
/// P(T > t) is the sum of the first row of exp(G t), G the rates between phases. All numbers of the computation are positive, so nothing cancels,
/// also for means that are nearly or exactly equal, where the textbook's partial fractions divide by next to 0.
/// </remarks>
internal sealed class ExponentialSumLaw : Law
{
    /// <summary>More phases of different means than this cost more than a grid.</summary>
    private const double MostPhases = 8;

    /// <summary>Of more equal parts than this the moments say as much.</summary>
    private const double MostEqual = 500;

    /// <summary>Steps so short that the series of the exponential needs few terms.</summary>
    private const double ShortStep = 0.5;

    private const int Terms = 14;

    private readonly double[] means;
    private readonly double count;
    private readonly bool isErlang;

    private ExponentialSumLaw(IReadOnlyList<SumTerm> terms)
    {
        Parts = terms;
        count = terms.Sum(term => term.Count);
        isErlang = Means(terms).Distinct().Count() == 1;
        means = isErlang ? [Means(terms).First()] : [.. terms.SelectMany(term => Enumerable.Repeat(Mean(term), (int)term.Count))];
    }

    /// <summary>What it is a sum of.</summary>
    public IReadOnlyList<SumTerm> Parts { get; }

    public override double Least => 0;

    public override Moments Moments => Parts.Aggregate(default(Moments), (sum, term) => sum + term.Count * term.Law.Moments);

    /// <summary>The law, or null where a part is not exponential or the parts are too many.</summary>
    public static ExponentialSumLaw? Of(IReadOnlyList<SumTerm> terms)
    {
        if (!terms.All(term => term.Law is ExponentialLaw))
            return null;
        double most = Means(terms).Distinct().Count() == 1 ? MostEqual : MostPhases;
        return terms.Sum(term => term.Count) <= most ? new ExponentialSumLaw(terms) : null;
    }

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        for (int i = 0; i < times.Length; i++)
            above[i] = times[i] <= 0 ? 1 : isErlang ? SpecialFunctions.GammaUpperRegularized(count, times[i] / means[0]) : StillInside(times[i]);
    }

    public override double Reach(double tail)
    {
        double each = TailProbability.OfEach(tail, count);
        return Parts.Sum(term => term.Count * term.Law.Exceeded(each));
    }

    /// <summary>Longer than its longest part, shorter than all of them at their joint tails.</summary>
    protected override (double Low, double High) Bracket(double tail) => (Parts.Max(term => term.Law.Exceeded(tail)), Reach(tail));

    private static double Mean(SumTerm term) => ((ExponentialLaw)term.Law).Mean;

    private static IEnumerable<double> Means(IEnumerable<SumTerm> terms) => terms.Select(Mean);

    /// <summary>Probability that the last phase is not over.</summary>
    private double StillInside(double time)
    {
        double fastest = 1 / means.Min();
        int doublings = Math.Max(0, (int)Math.Ceiling(Math.Log2(fastest * time / ShortStep)));
        double[,] stays = Step(time * Math.Pow(2, -doublings), fastest);
        for (int i = 0; i < doublings; i++)
            stays = Product(stays, stays);
        return Math.Min(1, Enumerable.Range(0, means.Length).Sum(phase => stays[0, phase]));
    }

    /// <summary>exp(G t) = e^(-r t) exp((G + r) t), r the fastest rate: a series of positive terms.</summary>
    private double[,] Step(double time, double fastest)
    {
        double[,] moves = Moves(time, fastest), term = Diagonal(Math.Exp(-fastest * time)), sum = term;
        for (int power = 1; power <= Terms; power++)
        {
            term = Product(term, moves, 1.0 / power);
            sum = Sum(sum, term);
        }
        return sum;
    }

    private double[,] Moves(double time, double fastest)
    {
        double[,] moves = new double[means.Length, means.Length];
        for (int phase = 0; phase < means.Length; phase++)
        {
            moves[phase, phase] = (fastest - 1 / means[phase]) * time;
            if (phase + 1 < means.Length)
                moves[phase, phase + 1] = time / means[phase];
        }
        return moves;
    }

    private double[,] Diagonal(double value)
    {
        double[,] diagonal = new double[means.Length, means.Length];
        for (int phase = 0; phase < means.Length; phase++)
            diagonal[phase, phase] = value;
        return diagonal;
    }

    /// <summary>Of matrices that are 0 below the diagonal.</summary>
    private static double[,] Product(double[,] left, double[,] right, double factor = 1)
    {
        int size = left.GetLength(0);
        double[,] product = new double[size, size];
        for (int row = 0; row < size; row++)
        {
            for (int column = row; column < size; column++)
            {
                for (int inner = row; inner <= column; inner++)
                    product[row, column] += left[row, inner] * right[inner, column] * factor;
            }
        }
        return product;
    }

    private static double[,] Sum(double[,] left, double[,] right)
    {
        double[,] sum = (double[,])left.Clone();
        for (int row = 0; row < sum.GetLength(0); row++)
        {
            for (int column = row; column < sum.GetLength(1); column++)
                sum[row, column] += right[row, column];
        }
        return sum;
    }
}
