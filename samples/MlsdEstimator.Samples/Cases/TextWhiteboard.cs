namespace MlsdEstimator.Samples;

/// <summary>Mental arithmetic told from the results of a worksheet, at two digits.</summary>
/// <param name="Assumptions">At most six.</param>
/// <param name="Lines">At most nine.</param>
internal sealed record TextWhiteboard(IReadOnlyList<string> Assumptions, IReadOnlyList<string> Lines) : IWhiteboard
{
    /// <summary>A whiteboard has no "~": everything on it is a guess.</summary>
    public static string Short(IQuantity quantity) => quantity.ToString("G2", null).TrimStart('~');
}
