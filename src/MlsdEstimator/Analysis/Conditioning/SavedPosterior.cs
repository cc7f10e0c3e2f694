namespace MlsdEstimator;

/// <summary>A posterior as a file holds it, checked as a whole: nothing is half loaded.</summary>
internal sealed class SavedPosterior
{
    /// <summary>In a replicate: 100 million in all, as for any run.</summary>
    private const int MostDraws = 100_000_000 / PosteriorState.Replicates;

    /// <exception cref="FormatException">The text is not a saved posterior; the message gives the JSON path.</exception>
    public SavedPosterior(string json)
    {
        JsonPart root = JsonPart.Parse(json);
        if (root["format"].Text() != PosteriorJson.Format)
            throw root["format"].Wrong($"'{root["format"].Text()}', but should be '{PosteriorJson.Format}': this is another kind of file");
        if (root["version"].Whole(1, int.MaxValue) > PosteriorJson.Version)
            throw root["version"].Wrong(Text.Of($"newer than {PosteriorJson.Version}, the newest that this version of the library reads; update it"));
        root["replicates"].Whole(PosteriorState.Replicates, PosteriorState.Replicates);
        Count = root["draws"].Whole(1, MostDraws);
        Options = new SimulationOptions { Method = Method(root["method"]), Seed = root["seed"].Seed(), Samples = Count * PosteriorState.Replicates };
        Measurements = [.. root["measurements"].Items().Select(one => new MeasurementFit(one["text"].Text(), one["before"].Text(), one["probability"].Number()))];
        Factors = [.. root["factors"].Items().Select(Replicates)];
        Streams = root["streams"].Whole(Factors.Count, int.MaxValue);
        Weights = Replicates(root["weights"]);
        RequireWeights(root["weights"]);
        Inputs = [.. root["inputs"].Items().Select(part => new SavedInput(part, Factors.Count))];
        if (Inputs.GroupBy(input => input.Name).FirstOrDefault(group => group.Count() > 1)?.Key is string twice)
            throw root["inputs"].Wrong($"a list in which '{twice}' stands twice");
    }

    public SimulationOptions Options { get; }

    public int Count { get; }

    public int Streams { get; }

    public IReadOnlyList<MeasurementFit> Measurements { get; }

    public IReadOnlyList<SavedInput> Inputs { get; }

    public IReadOnlyList<double[][]> Factors { get; }

    public double[][] Weights { get; }

    private static SimulationMethod Method(JsonPart part) =>
        Enum.TryParse(part.Text(), out SimulationMethod method) && Enum.IsDefined(method)
            ? method
            : throw part.Wrong($"'{part.Text()}', but should be one of {string.Join(", ", Enum.GetNames<SimulationMethod>())}");

    private double[][] Replicates(JsonPart part) => [.. part.Numbers(Count * PosteriorState.Replicates).Chunk(Count)];

    private void RequireWeights(JsonPart part)
    {
        double[] all = [.. Weights.SelectMany(replicate => replicate)];
        if (Array.FindIndex(all, weight => weight < 0) is >= 0 and int place)
            throw part.Items()[place].Wrong("negative, but should be a weight of 0 or more");
        if (!(all.Sum() > 0))
            throw part.Wrong("0 everywhere: no draw is left");
    }
}
