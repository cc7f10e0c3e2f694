using MlsdEstimator.Accuracy;

namespace MlsdEstimator.Tests;

/// <summary>The numbers of one published estimate, read as the quantities that they are.</summary>
internal sealed class ExampleInputs
{
    private readonly Dictionary<string, double> values;

    private ExampleInputs(Dictionary<string, double> values, string unit) => (this.values, Unit) = (values, unit);

    /// <summary>Unit of the answer: the same product may count rows in one estimate and bytes in another.</summary>
    public string Unit { get; }

    public IReadOnlyCollection<string> Names => values.Keys;

    public static ExampleInputs From(CsvRow row)
    {
        var values = new Dictionary<string, double>();
        foreach (string pair in row.NotBlank("inputs").Split(';', StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, string number])
                throw row.Broken($"the input '{pair}' is not of the form name=number");
            if (!values.TryAdd(name, row.Number(name, number)))
                throw row.Broken($"the input '{name}' is given twice");
        }
        return new ExampleInputs(values, row.Text("unit"));
    }

    public bool Has(string name) => values.ContainsKey(name);

    public Scalar Count(string name) => Value(name);

    public Scalar Millions(string name) => Value(name).Million;

    public Fraction Share(string name) => Fraction.FromRatio(Value(name));

    public Rate Rate(string name) => Value(name).PerSecond;

    public Peak Peak(string name) => MlsdEstimator.Peak.Factor(Value(name));

    public Duration Milliseconds(string name) => Value(name).Milliseconds;

    public Duration Seconds(string name) => Value(name).Seconds;

    public Duration Minutes(string name) => Value(name).Minutes;

    public Duration Hours(string name) => Value(name).Hours;

    public Duration Days(string name) => Value(name).Days;

    public Duration Years(string name) => Value(name).Years;

    public DataSize Bits(string name) => Value(name).Bits;

    public DataSize Bytes(string name) => Value(name).Bytes;

    public DataSize Megabytes(string name) => Value(name).Megabytes;

    public DataSize Gigabytes(string name) => Value(name).Gigabytes;

    public FlopCount Flops(string name) => Value(name).Flops;

    public FlopRate FlopRate(string name) => MlsdEstimator.FlopRate.FromFlopsPerSecond(Value(name));

    public Money Dollars(string name) => Value(name).Dollars;

    /// <summary>The average of a steady load: these estimates ask for one number, or name the peak factor as an input.</summary>
    public Load Load(string name, string counts) => Traffic.FromRate(Rate(name), MlsdEstimator.Peak.Factor(1)).Load.Times(1, counts);

    private double Value(string name) =>
        values.TryGetValue(name, out double value) ? value : throw new KeyNotFoundException($"The estimate gives no '{name}', only {string.Join(", ", values.Keys)}.");
}
