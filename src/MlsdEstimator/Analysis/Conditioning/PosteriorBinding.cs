namespace MlsdEstimator;

/// <summary>Connects a saved posterior to the inputs of a model.</summary>
internal static class PosteriorBinding
{
    public static Posterior Load(string json, IReadOnlyList<IQuantity> inputs)
    {
        ArgumentNullException.ThrowIfNull(json);
        Require.NotEmpty(inputs, nameof(inputs));
        var saved = new SavedPosterior(json);
        (SavedInput Saved, LeafNode Leaf)[] pairs = [.. inputs.Select(input => Find(saved, Require.NotNull(input, nameof(inputs))))];
        if (pairs.GroupBy(pair => pair.Saved.Name).FirstOrDefault(group => group.Count() > 1)?.Key is string twice)
            throw new ArgumentException($"'{twice}' is given twice; give each input once.", nameof(inputs));
        Dictionary<int, ScoreFactor> factors = Factors(pairs);
        var state = new PosteriorState
        {
            Options = saved.Options,
            Count = saved.Count,
            Streams = saved.Streams,
            Scores = factors.ToDictionary(pair => pair.Value, pair => saved.Factors[pair.Key]),
            Weights = saved.Weights,
            Inputs = [.. pairs.Select(pair => (pair.Leaf, (string?)pair.Saved.Name))],
        };
        return Posterior.Of(state, saved.Measurements);
    }

    private static (SavedInput Saved, LeafNode Leaf) Find(SavedPosterior saved, IQuantity input)
    {
        if (NamedInputs.Varied(input.Node.Bare) is not LeafNode leaf)
            throw new ArgumentException($"'{MeasurementStatement.NameOf(input)}' is no uncertain input but {(input.IsCertain ? "certain" : "computed")}; give the inputs it is computed from.");
        if (input.Name is not string name)
            throw new ArgumentException($"An input without a name ({input}) cannot be found in the file; name it as it was when it was saved: .Named(\"...\").");
        SavedInput found = saved.Inputs.FirstOrDefault(one => one.Name == name)
            ?? throw new ArgumentException($"The file knows no input '{name}'. Nearest: {NearestNames.Of(name, saved.Inputs.Select(one => one.Name))}.");
        found.RequireSame(leaf);
        return (found, leaf);
    }

    /// <summary>A factor of the file is one factor of the model, and the other way round; else the inputs are correlated in another way.</summary>
    private static Dictionary<int, ScoreFactor> Factors((SavedInput Saved, LeafNode Leaf)[] pairs)
    {
        var factors = new Dictionary<int, ScoreFactor>();
        foreach ((SavedInput saved, LeafNode leaf) in pairs)
        {
            foreach ((int number, (ScoreFactor factor, double _)) in saved.Factors.Zip(leaf.Score.Terms))
            {
                bool isSame = factors.TryGetValue(number, out ScoreFactor? known) ? ReferenceEquals(known, factor) : !factors.ContainsValue(factor);
                factors[number] = isSame ? factor : throw new ArgumentException($"'{saved.Name}' was saved with other correlations to other inputs. State the same ones.");
            }
        }
        return factors;
    }
}
