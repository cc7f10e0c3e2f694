namespace MlsdEstimator.Accuracy;

/// <summary>All rows that network costs are fitted to.</summary>
internal static class NetworkRows
{
    public static IEnumerable<NetworkRow> Of(ValidationFolder folder) => All(folder).OfType<NetworkRow>();

    private static IEnumerable<Measurement> All(ValidationFolder folder) =>
        CnnRows.Read(folder, CnnRows.File).Concat(CnnRows.Read(folder, CnnRows.CompiledFile)).Concat(EncoderRows.Read(folder)).Concat(MlperfRows.Read(folder, _ => true));
}
