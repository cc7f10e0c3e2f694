using System.Runtime.CompilerServices;

namespace MlsdEstimator.Accuracy;

/// <summary>Families that one set of network costs predicts. Each is fitted to the rows of all of them.</summary>
/// <param name="efficiencies">Costs to predict with, or null for those that ship.</param>
internal abstract class NetworkFamily(NetworkEfficiencies? efficiencies) : Family<NetworkRow>
{
    /// <summary>Fits of a folder by the rows that were withheld: families share them.</summary>
    private static readonly ConditionalWeakTable<ValidationFolder, Dictionary<string, NetworkEfficiencies>> Fits = [];

    /// <summary>Day of the fit, for the constants.</summary>
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    public override IReadOnlyList<ConstantsFile> Constants => efficiencies is null ? [] : [NetworkConstants.FileOf(efficiencies)];

    public override Outcome Predict(NetworkRow row) => row.Predicted(efficiencies);

    public override IReadOnlyList<Measurement> Dealt(ValidationFolder folder) => [.. NetworkRows.Of(folder)];

    public override IFamily Refit(ValidationFolder folder, Func<Measurement, bool> isWithheld)
    {
        NetworkRow[] rows = [.. NetworkRows.Of(folder).Where(row => row.Refusal is null)];
        string withheld = string.Join('|', rows.Where(isWithheld).Select(row => row.Id));
        lock (Fits)
        {
            Dictionary<string, NetworkEfficiencies> known = Fits.GetOrCreateValue(folder);
            if (!known.TryGetValue(withheld, out NetworkEfficiencies? fitted))
                known[withheld] = fitted = NetworkFit.Of([.. rows.Where(row => !isWithheld(row))], Today);
            return With(fitted);
        }
    }

    /// <summary>The same family with other costs.</summary>
    protected abstract IFamily With(NetworkEfficiencies fitted);
}
