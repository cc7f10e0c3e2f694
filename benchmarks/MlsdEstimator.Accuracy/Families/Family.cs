namespace MlsdEstimator.Accuracy;

/// <summary>A family whose rows have a type of their own.</summary>
internal abstract class Family<TRow> : IFamily
    where TRow : Measurement
{
    public abstract string Name { get; }

    public abstract string File { get; }

    public virtual IReadOnlyList<ConstantsFile> Constants => [];

    IReadOnlyList<Measurement> IFamily.Read(ValidationFolder folder) => All(folder);

    Outcome IFamily.Predict(Measurement row)
    {
        try
        {
            return row is UnreadableRow unreadable ? new Refusal(unreadable.Reason) : Predict((TRow)row);
        }
        catch (Exception problem) when (RowReading.IsFaultOfRow(problem))
        {
            return new Refusal(RowReading.ReasonOf(problem));
        }
    }

    public virtual IReadOnlyList<Measurement> Dealt(ValidationFolder folder) => [];

    public virtual IReadOnlyList<string> LeftOut(ValidationFolder folder) => [];

    /// <summary>The rows that can be read.</summary>
    public IReadOnlyList<TRow> Read(ValidationFolder folder) => [.. All(folder).OfType<TRow>()];

    public abstract Outcome Predict(TRow row);

    public abstract IFamily Refit(ValidationFolder folder, Func<Measurement, bool> isWithheld);

    /// <summary>All rows of the family, the unreadable ones too.</summary>
    protected abstract IReadOnlyList<Measurement> All(ValidationFolder folder);
}
