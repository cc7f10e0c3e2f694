namespace MlsdEstimator.Accuracy;

/// <summary>Images a second of vision models.</summary>
/// <param name="efficiencies">Costs to predict with, or null for those that ship.</param>
internal sealed class CnnFamily(NetworkEfficiencies? efficiencies = null) : NetworkFamily(efficiencies)
{
    public override string Name => "cnn";

    public override string File => CnnRows.File;

    protected override IReadOnlyList<Measurement> All(ValidationFolder folder) => CnnRows.Read(folder, File);

    protected override IFamily With(NetworkEfficiencies fitted) => new CnnFamily(fitted);
}
