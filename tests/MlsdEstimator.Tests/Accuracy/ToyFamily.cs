namespace MlsdEstimator.Accuracy.Tests;

/// <summary>A row of a family for tests.</summary>
internal sealed record ToyRow : Measurement;

/// <summary>Predicts every row as the mean of those it was fitted to, 10 at first.</summary>
internal sealed class ToyFamily(double mean = 10, bool isDealt = false) : Family<ToyRow>
{
    public override string Name => "toy";

    public override string File => "toy.csv";

    public override IReadOnlyList<ConstantsFile> Constants => [new("toy.txt", FormattableString.Invariant($"{mean}"))];

    public override Outcome Predict(ToyRow row) => row.Model switch
    {
        "unknown" => new Refusal("model not known"),
        "odd" => throw new EstimateException("toy", ["odd models contradict themselves"]),
        "faulty" => throw new InvalidOperationException("a fault of the program"),
        _ => new Prediction(mean, mean / 2, mean * 2),
    };

    public override IFamily Refit(ValidationFolder folder, Func<Measurement, bool> isWithheld) =>
        new ToyFamily(Read(folder).Where(row => !isWithheld(row)).Select(row => row.Value).DefaultIfEmpty(1).Average());

    public override IReadOnlyList<Measurement> Dealt(ValidationFolder folder) => isDealt ? Read(folder) : [];

    public override IReadOnlyList<string> LeftOut(ValidationFolder folder) => folder.Rows(File).Any(row => row.Text("model") == "other") ? ["1 row of another kind"] : [];

    protected override IReadOnlyList<Measurement> All(ValidationFolder folder) => RowReading.Of(
        folder.Rows(File).Where(row => row.Text("model") != "other"),
        row => new ToyRow { Id = row.Id, Model = row.NotBlank("model"), Device = row.NotBlank("device"), Engine = "toy engine", Value = row.Positive("value"), Roofline = 1 });
}
