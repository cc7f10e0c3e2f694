using MathNet.Numerics.Integration;

namespace MlsdEstimator;

/// <summary>Sums over the ranks 1, 2, ... of items with popularity rank^-skew, at a few hundred nodes however many items there are.</summary>
/// <remarks>
/// The first ranks one by one; the rest as an integral over the logarithm of the rank, corrected at its ends (Euler and Maclaurin's formula at midpoints).
/// Sums of smooth functions of the popularity are exact to 1e-9. Between whole numbers of items a sum is linear.
/// </remarks>
internal sealed class RankRule
{
    private const int OneByOne = 128;

    /// <summary>A block of the integral ends at this many times the rank it begins at.</summary>
    private const double Block = 4;

    /// <summary>First correction of the midpoint rule.</summary>
    private const double EndWeight = 1.0 / 24;

    /// <summary>More items cannot be told apart by a double.</summary>
    private const double MostItems = 1e15;

    private static readonly GaussLegendreRule Points = new(0, 1, 16);

    private readonly List<double> popularity = [];
    private readonly List<double> weights = [];
    private readonly double skew;

    private RankRule(double items, double skew)
    {
        this.skew = skew;
        double whole = Math.Floor(items);
        for (int rank = 1; rank <= Math.Min(whole, OneByOne); rank++)
            Add(rank, 1);
        if (whole > OneByOne)
            AddRest(whole);
        if (items > whole)
            Add(whole + 1, items - whole);
    }

    /// <summary>Popularity at each node, not normalised.</summary>
    public ReadOnlySpan<double> Popularity => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(popularity);

    /// <summary>How many items each node stands for; their corrections may be negative.</summary>
    public ReadOnlySpan<double> Weights => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(weights);

    /// <summary>The rule for so many items; null where there are none or too many.</summary>
    public static RankRule? Of(double items, double skew) => items is > 0 and <= MostItems && skew >= 0 ? new RankRule(items, skew) : null;

    /// <summary>Sum of all popularities: the generalised harmonic number.</summary>
    public double Total()
    {
        double total = 0;
        for (int node = 0; node < popularity.Count; node++)
            total += weights[node] * popularity[node];
        return total;
    }

    private void Add(double rank, double weight)
    {
        popularity.Add(Math.Pow(rank, -skew));
        weights.Add(weight);
    }

    private void AddRest(double last)
    {
        double start = OneByOne + 0.5, end = last + 0.5;
        int blocks = (int)Math.Ceiling(Math.Log(end / start) / Math.Log(Block));
        double width = Math.Log(end / start) / blocks;
        for (int block = 0; block < blocks; block++)
            AddBlock(start * Math.Exp(block * width), width);
        Add(OneByOne + 1, EndWeight);
        Add(OneByOne, -EndWeight);
        Add(last, EndWeight);
        Add(last + 1, -EndWeight);
    }

    private void AddBlock(double start, double width)
    {
        for (int point = 0; point < Points.Order; point++)
        {
            double rank = start * Math.Exp(width * Points.GetAbscissa(point));
            Add(rank, Points.GetWeight(point) * width * rank);
        }
    }
}
