using System.Runtime.CompilerServices;

namespace MlsdEstimator.Accuracy;

/// <summary>Families that one set of network costs predicts. Each is fitted to the rows of all of them.</summary>
/// <param name="efficiencies">Costs to predict with, or null for those that ship.</param>
internal abstract class NetworkFamily(NetworkEfficiencies? efficiencies) : Family<NetworkRow>
{
    /// <summary>Fits by the rule that withheld rows: families share them.</summary>
    private static readonly ConditionalWeakTable<Func<Measurement, bool>, NetworkEfficiencies> Fits = [];

    /// <summary>Day of the fit, for the constants.</summary>
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    public override IReadOnlyList<ConstantsFile> Constants => efficiencies is null ? [] : [NetworkConstants.FileOf(efficiencies)];

    public override Outcome Predict(NetworkRow row)
    {
        if (row.Refusal is string reason)
            return new Refusal(reason);
        NetworkStep step = efficiencies is null ? row.Step : row.Step with { Efficiencies = efficiencies };
        return row.Figure switch
        {
            NetworkFigure.BatchMilliseconds => Prediction.Of(step.Step, unit: 0.001),
            NetworkFigure.ServedPerSecond => Prediction.Of(step.DeployedThroughput),
            _ => Prediction.Of(step.Throughput),
        };
    }

    public override IFamily Refit(ValidationFolder folder, Func<Measurement, bool> isWithheld)
    {
        lock (Fits)
            return With(Fits.GetValue(isWithheld, _ => NetworkFit.Of([.. NetworkRows.Of(folder).Where(row => row.Refusal is null && !isWithheld(row))], Today)));
    }

    /// <summary>The same family with other costs.</summary>
    protected abstract IFamily With(NetworkEfficiencies fitted);
}
