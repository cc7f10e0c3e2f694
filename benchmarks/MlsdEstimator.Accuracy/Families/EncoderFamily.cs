namespace MlsdEstimator.Accuracy;

/// <summary>Sequences a second of text encoders.</summary>
/// <param name="efficiencies">Costs to predict with, or null for those that ship.</param>
internal sealed class EncoderFamily(NetworkEfficiencies? efficiencies = null) : NetworkFamily(efficiencies)
{
    public override string Name => "encoder";

    public override string File => EncoderRows.File;

    protected override IReadOnlyList<Measurement> All(ValidationFolder folder) => EncoderRows.Read(folder);

    protected override IFamily With(NetworkEfficiencies fitted) => new EncoderFamily(fitted);
}
