namespace MlsdEstimator;

/// <summary>An input of a saved posterior.</summary>
internal sealed class SavedInput
{
    /// <summary>Ranges that differ by less are the same: their points were computed twice.</summary>
    private const double RoundingNoise = 1e-9;

    public SavedInput(JsonPart part, int factors)
    {
        (Name, Unit, Prior) = (part["name"].Text(), part["unit"].Text(), part["prior"].Numbers(3));
        Factors = [.. part["factors"].Items().Select(item => item.Whole(0, factors - 1))];
        Loadings = part["loadings"].Numbers(Factors.Count);
    }

    public string Name { get; }

    private string Unit { get; }

    private double[] Prior { get; }

    public IReadOnlyList<int> Factors { get; }

    private double[] Loadings { get; }

    /// <exception cref="ArgumentException">The input is not the one that was saved.</exception>
    public void RequireSame(LeafNode leaf)
    {
        if (leaf.Dimension.Base.Symbol != Unit)
            throw Different($"was saved in '{Unit}', but is a {leaf.Dimension.Name} here");
        if (!PosteriorJson.Prior(leaf).Zip(Prior).All(pair => IsClose(pair.First, pair.Second)))
        {
            string ranges = $"was saved as a range of {Range(Prior, leaf)}, but is {Range(PosteriorJson.Prior(leaf), leaf)} here";
            throw Different($"{ranges}: what was learned rests on the range it had. Give it that range again, or measure anew");
        }
        if (leaf.Score.Terms.Count != Loadings.Length || !leaf.Score.Terms.Zip(Loadings).All(pair => IsClose(pair.First.Weight, pair.Second)))
            throw Different("was saved with other correlations to other inputs. State the same ones");
    }

    private static bool IsClose(double one, double other) => Math.Abs(one - other) <= RoundingNoise * Math.Max(Math.Abs(one), Math.Abs(other));

    private static string Range(double[] points, LeafNode leaf) => string.Join(" | ", points.Select(point => leaf.Dimension.Format(point, null)));

    private ArgumentException Different(string how) => new($"'{Name}' {how}.");
}
