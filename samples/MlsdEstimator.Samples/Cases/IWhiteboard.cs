namespace MlsdEstimator.Samples;

/// <summary>What fits on a whiteboard.</summary>
internal interface IWhiteboard
{
    /// <summary>At most six.</summary>
    IReadOnlyList<string> Assumptions { get; }

    /// <summary>At most nine lines of mental arithmetic, under one of assumptions, one or two digits.</summary>
    IReadOnlyList<string> Lines { get; }
}
