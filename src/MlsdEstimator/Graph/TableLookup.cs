namespace MlsdEstimator;

/// <summary>Linear interpolation between measured points. Two tables with the same points are one function.</summary>
internal sealed class TableLookup : IFunction, IEquatable<TableLookup>
{
    private readonly (double X, double Y)[] points;

    public TableLookup((double X, double Y)[] points)
    {
        if (points.Length < 2)
            throw new ArgumentException($"A table needs at least 2 points, but has {points.Length}.", nameof(points));
        for (int i = 1; i < points.Length; i++)
        {
            if (!(points[i - 1].X < points[i].X))
                throw new ArgumentException(Text.Of($"The points of a table must rise in x, but {points[i].X} follows {points[i - 1].X} (base units). Sort them."), nameof(points));
        }
        this.points = points;
    }

    public string Name => "table";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        double x = inputs[0];
        if (x < points[0].X || x > points[^1].X)
            return;
        int right = Math.Max(1, Array.FindIndex(points, point => point.X >= x));
        (double x0, double y0) = points[right - 1];
        (double x1, double y1) = points[right];
        double part = (x - x0) / (x1 - x0);
        outputs[0] = y0 * (1 - part) + y1 * part;
    }

    public bool Equals(TableLookup? other) => other is not null && points.AsSpan().SequenceEqual(other.points);

    public override bool Equals(object? obj) => Equals(obj as TableLookup);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach ((double x, double y) in points)
            hash.Add(HashCode.Combine(x, y));
        return hash.ToHashCode();
    }
}
