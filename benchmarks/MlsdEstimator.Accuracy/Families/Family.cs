namespace MlsdEstimator.Accuracy;

/// <summary>A family whose rows have a type of their own.</summary>
internal abstract class Family<TRow> : IFamily
    where TRow : Measurement
{
    public abstract string Name { get; }

    public abstract string File { get; }

    public virtual IReadOnlyList<ConstantsFile> Constants => [];

    IReadOnlyList<Measurement> IFamily.Read(ValidationFolder folder) => Read(folder);

    Outcome IFamily.Predict(Measurement row) => Predict((TRow)row);

    public abstract IReadOnlyList<TRow> Read(ValidationFolder folder);

    public abstract Outcome Predict(TRow row);

    public abstract IFamily Refit(ValidationFolder folder, Func<Measurement, bool> isWithheld);
}
