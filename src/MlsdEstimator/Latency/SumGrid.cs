using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>The law of a <see cref="WaveSum"/> on equal cells above its least time.</summary>
internal sealed class SumGrid
{
    private readonly double[] cumulative;
    private readonly double width;
    private readonly double shift;

    public SumGrid(WaveSum sum, double length)
    {
        Length = length;
        var full = new WaveMasses(sum.Full, length);
        WaveMasses last = sum.Last == sum.Full ? full : new WaveMasses(sum.Last, length);
        width = full.Width;
        shift = sum.FullCount * full.Shift + last.Shift;
        long count = (long)sum.FullCount;
        cumulative = Cumulative(last == full ? Power(full.Masses, count + 1) : Convolve(Power(full.Masses, count), last.Masses));
    }

    /// <summary>Time from its first to its last cell.</summary>
    public double Length { get; }

    /// <summary>Time above the least one, by inverse cubic interpolation between borders of cells; NaN beyond the grid.</summary>
    public double Quantile(double probability)
    {
        int cell = Array.FindIndex(cumulative, below => below >= probability);
        if (cell < 0 || cell > cumulative.Length - 2)
            return double.NaN;
        double border = cell < 2 ? cell + 0.5 : cell - 1.5 + Cubic(cumulative.AsSpan(cell - 2, 4), probability);
        return border * width + shift;
    }

    /// <summary>Masses at the middle of cells are point values; what lies below a border is their sum and half the variance of a cell times the slope.</summary>
    private static double[] Cumulative(double[] masses)
    {
        var cumulative = new double[masses.Length - 1];
        double below = 0;
        for (int cell = 0; cell < cumulative.Length; cell++)
        {
            below += masses[cell];
            cumulative[cell] = below + WaveMasses.CellVariance / 2 * (masses[cell + 1] - masses[cell]);
        }
        return cumulative;
    }

    /// <summary>The law of so many equal waves, by repeated doubling.</summary>
    private static double[] Power(double[] masses, long count)
    {
        double[] power = masses;
        for (int bit = (int)long.Log2(count) - 1; bit >= 0; bit--)
        {
            power = Convolve(power, power);
            if ((count >> bit & 1) == 1)
                power = Convolve(power, masses);
        }
        return power;
    }

    private static double[] Convolve(double[] left, double[] right)
    {
        var result = new double[left.Length];
        for (int cell = 0; cell < left.Length; cell++)
        {
            Span<double> shifted = result.AsSpan(cell);
            if (left[cell] != 0)
                TensorPrimitives.MultiplyAdd(right.AsSpan(0, shifted.Length), left[cell], shifted, shifted);
        }
        return result;
    }

    /// <summary>Position of a value among four rising ones at positions 0 to 3 (Lagrange).</summary>
    private static double Cubic(ReadOnlySpan<double> values, double value)
    {
        double position = 0;
        for (int i = 1; i < values.Length; i++)
        {
            double weight = i;
            for (int j = 0; j < values.Length; j++)
                weight *= j == i ? 1 : (value - values[j]) / (values[i] - values[j]);
            position += weight;
        }
        return position;
    }
}
