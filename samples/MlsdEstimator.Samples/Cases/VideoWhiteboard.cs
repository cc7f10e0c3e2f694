namespace MlsdEstimator.Samples;

/// <summary>The mental arithmetic of the video-recommendation case, at two digits.</summary>
internal sealed class VideoWhiteboard(Worksheet sheet, VideoRanker ranker) : IWhiteboard
{
    public IReadOnlyList<string> Assumptions =>
    [
        $"{Input("daily active users")} users a day",
        $"{Input("requests per user per day")} requests each",
        $"peak {Input("peak factor")}x",
        $"{Input("candidates ranked")} ranked",
        $"{Input("videos in the index")} videos",
        $"{Input("FLOPs per candidate")} a candidate",
    ];

    public IReadOnlyList<string> Lines =>
    [
        $"1. {Input("daily active users")} x {Input("requests per user per day")} / 86,400 s = {Result("Web traffic / average QPS")}",
        $"2. x {Input("peak factor")} = {Result("Web traffic / peak QPS")} at peak",
        $"3. x {Input("candidates ranked")} = {Result("Funnel / ranked predictions at peak")} predictions",
        $"4. x ({Input("candidates ranked")} + 1) bundles = {Result("Feature store / bundle reads at peak")}, {Result("Feature store / bytes fetched at peak")}",
        $"5. index: {Input("videos in the index")} x {Result("Video index / bytes per item")} = {Result("Video index / index, one copy")}",
        $"6. log: {Result("Web traffic / average QPS")} x {Input("items shown")} x {Input("row size")} x 86,400 s = {Result("Event log / rows per day, raw")} a day",
        $"7. x {Input("retention")} x {Input("copies")} copies = {Result("Event log / kept, with copies")}",
        $"8. {Result("Funnel / ranked predictions at peak")} x {Input("FLOPs per candidate")} / ({Short(ranker.Gpu.RateFor(Precision.Fp16).Rate)} x {Input("FLOP utilisation, serving")} x {Input("planned load, ranker")}) = {Short(ranker.ByConvention(RankerForms.Fp16))} GPUs by the FLOP convention, model only",
        $"9. by the {ranker.Basis} {Result("Ranker options / ranker GPUs, fp16")}; int8: {Result("Ranker options / ranker GPUs, int8")}; distilled 5x: {Result("Ranker options / ranker GPUs, distilled 5x")}; daily batch: {Result("Ranker, online against batch / batch for the active, GPU-hours per day")} GPU-hours against {Result("Ranker, online against batch / online, busy GPU-hours per day")}",
    ];

    private string Input(string name) => Short(sheet.Input(name));

    private string Result(string path) => Short(sheet[path]);

    /// <summary>A whiteboard has no "~": everything on it is a guess.</summary>
    private static string Short(IQuantity quantity) => quantity.ToString("G2", null).TrimStart('~');
}
