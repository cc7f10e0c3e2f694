using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>The part of the variance of an output that some functions of an input explain by least squares: R squared, without its bias.</summary>
internal static class ExplainedVariance
{
    /// <summary>A function whose rest beside the functions before it is smaller than this says nothing new.</summary>
    private const double Collinear = 1e-9;

    /// <param name="functions">Columns with mean 0 and mean square 1.</param>
    /// <param name="output">A column with mean 0 and mean square 1.</param>
    /// <param name="sets">Independent sets of equal length that the columns are made of, one after the other.</param>
    public static SharesWithout Of(double[][] functions, double[] output, int sets)
    {
        if (functions.Length == 0)
            return new SharesWithout(0, new double[sets]);
        double[][] columns = [.. functions, output];
        int length = output.Length / sets;
        double[][,] products = [.. Enumerable.Range(0, sets).Select(set => Products(columns, set * length, length))];
        double[,] total = Sum(products);
        return new SharesWithout(Share(total), [.. products.Select(one => Share(Difference(total, one)))]);
    }

    /// <summary>Inner products of a column of ones and all others over one set: the normal equations, with the output last.</summary>
    private static double[,] Products(double[][] columns, int start, int length)
    {
        var products = new double[columns.Length + 1, columns.Length + 1];
        products[0, 0] = length;
        for (int row = 0; row < columns.Length; row++)
        {
            ReadOnlySpan<double> one = columns[row].AsSpan(start, length);
            products[row + 1, 0] = TensorPrimitives.Sum(one);
            for (int column = 0; column <= row; column++)
                products[row + 1, column + 1] = TensorPrimitives.Dot(one, columns[column].AsSpan(start, length));
        }
        return products;
    }

    private static double[,] Sum(double[][,] parts)
    {
        double[,] sum = parts[0];
        foreach (double[,] part in parts.Skip(1))
            sum = Combined(sum, part, 1);
        return sum;
    }

    private static double[,] Difference(double[,] all, double[,] part) => Combined(all, part, -1);

    private static double[,] Combined(double[,] a, double[,] b, int sign)
    {
        int size = a.GetLength(0);
        var combined = new double[size, size];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column <= row; column++)
                combined[row, column] = a[row, column] + sign * b[row, column];
        }
        return combined;
    }

    /// <summary>1 - rest / variance, by elimination of one function after the other from the output, the constant first.</summary>
    private static double Share(double[,] products)
    {
        int size = products.GetLength(0), last = size - 1;
        var left = (double[,])products.Clone();
        Eliminate(left, 0);
        double variance = left[last, last];
        for (int pivot = 1; pivot < last; pivot++)
        {
            if (left[pivot, pivot] > Collinear * products[pivot, pivot])
                Eliminate(left, pivot);
        }
        return variance > 0 ? 1 - left[last, last] / variance : 0;
    }

    /// <summary>Takes the part along one column out of all later ones; the lower triangle is enough.</summary>
    private static void Eliminate(double[,] left, int pivot)
    {
        int size = left.GetLength(0);
        for (int row = pivot + 1; row < size; row++)
        {
            double part = left[row, pivot] / left[pivot, pivot];
            for (int column = pivot + 1; column <= row; column++)
                left[row, column] -= part * left[column, pivot];
        }
    }
}
