using System.Text.Json;
using MlsdEstimator.Accuracy;

namespace MlsdEstimator.Tests;

/// <summary>Inputs of a row, read as the quantities that they are. The ending of a name is its unit; a row answers in the unit of its inputs.</summary>
internal sealed class VectorInputs(CsvRow row, IReadOnlyDictionary<string, JsonElement> values)
{
    private static readonly (string Ending, Duration Unit)[] TimeUnits =
        [("us", Duration.Microsecond), ("ms", Duration.Millisecond), ("s", Duration.Second), ("min", Duration.Minute), ("h", Duration.Hour)];

    public bool Has(string name) => values.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    public double Number(string name) => Value(name).GetDouble();

    public Scalar Count(string name) => Number(name);

    public Fraction Share(string name) => Fraction.FromRatio(Number(name));

    public string Text(string name) => Value(name).GetString()!;

    public double[] Numbers(string name) => [.. Value(name).EnumerateArray().Select(value => value.GetDouble())];

    /// <summary>A time such as service_s or service_ms.</summary>
    public Duration Time(string name) => Number($"{name}_{EndingOf(name)}") * UnitOf(EndingOf(name)!);

    public bool HasTime(string name) => EndingOf(name) is not null;

    /// <summary>A rate such as arrival_per_s.</summary>
    public Rate Rate(string name) => Number($"{name}_per_{EndingOf($"{name}_per")}") / UnitOf(EndingOf($"{name}_per")!);

    public bool HasRate(string name) => EndingOf($"{name}_per") is not null;

    /// <summary>Times in a list such as means_ms.</summary>
    public Duration[] Times(string name) => [.. Numbers($"{name}_{EndingOf(name)}").Select(value => value * UnitOf(EndingOf(name)!))];

    /// <summary>Rates in a list such as rates_per_s.</summary>
    public Rate[] Rates(string name) => [.. Numbers($"{name}_per_{EndingOf($"{name}_per")}").Select(value => value / UnitOf(EndingOf($"{name}_per")!))];

    /// <summary>A time in the unit of the row's inputs.</summary>
    public double Answer(Duration time) => (time / UnitOf(TimeUnits.Select(unit => unit.Ending).First(IsUsed))).Value;

    /// <summary>A rate in the unit of the row's inputs.</summary>
    public double Answer(Rate rate) => (rate * UnitOf(TimeUnits.Select(unit => unit.Ending).First(IsUsed))).Value;

    private bool IsUsed(string ending) => values.Keys.Any(name => name.EndsWith($"_{ending}", StringComparison.Ordinal));

    private static Duration UnitOf(string ending) => TimeUnits.First(unit => unit.Ending == ending).Unit;

    private string? EndingOf(string name) => TimeUnits.Select(unit => unit.Ending).FirstOrDefault(ending => Has($"{name}_{ending}"));

    private JsonElement Value(string name) => values.TryGetValue(name, out JsonElement value) ? value : throw row.Broken($"there is no input '{name}'");
}
