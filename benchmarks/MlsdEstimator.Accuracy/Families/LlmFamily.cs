using System.Collections.Concurrent;

namespace MlsdEstimator.Accuracy;

/// <summary>Rows of one metric of language-model inference. All of them are fitted together.</summary>
/// <param name="metric">What was measured.</param>
/// <param name="efficiencies">Costs to predict with, or null for those that ship.</param>
internal sealed class LlmFamily(LlmMetric metric, LlmEfficiencies? efficiencies = null) : Family<LlmRow>
{
    /// <summary>Families that withhold the same rows share a fit.</summary>
    private static readonly ConcurrentDictionary<string, LlmEfficiencies> Fits = new();

    public override string Name => metric.Family;

    public override string File => LlmRows.File;

    /// <summary>One file for all five; the first family writes it.</summary>
    public override IReadOnlyList<ConstantsFile> Constants => efficiencies is null || metric != LlmMetric.All[0] ? [] : [LlmConstantsFile.Of(efficiencies)];

    public override Outcome Predict(LlmRow row)
    {
        if (row.Refusal is string reason)
            return new Refusal(reason);
        return row.Predicted(efficiencies ?? LlmEfficiencies.Fitted) switch
        {
            Duration time => Prediction.Of(time, metric.Unit),
            Rate rate => Prediction.Of(rate, metric.Unit),
            IQuantity other => throw new InvalidOperationException($"A {other.GetType().Name} is no prediction of {Name}."),
        };
    }

    /// <summary>Blocks of all metrics together, so that the families withhold the same and share a fit.</summary>
    public override IReadOnlyList<Measurement> Dealt(ValidationFolder folder) => [.. LlmRows.Of(folder)];

    protected override IReadOnlyList<Measurement> All(ValidationFolder folder) => LlmRows.Of(folder, metric);

    public override IFamily Refit(ValidationFolder folder, Func<Measurement, bool> isWithheld)
    {
        LlmRow[] all = [.. LlmRows.Of(folder)], seen = [.. all.Where(row => row.Refusal is null && !isWithheld(row))];
        string key = string.Join(';', all.Where(row => isWithheld(row)).Select(row => row.Block).Distinct().Order(StringComparer.Ordinal));
        return new LlmFamily(metric, Fits.GetOrAdd($"{folder.Path}|{key}", _ => LlmFitting.Of(seen)));
    }
}
