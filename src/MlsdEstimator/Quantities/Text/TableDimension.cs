namespace MlsdEstimator;

/// <summary>A dimension that its table of units describes wholly.</summary>
internal sealed class TableDimension(string name, IReadOnlyList<Unit> units, string example, IReadOnlyDictionary<string, string>? refused = null)
    : Dimension(name, units, example, refused);
