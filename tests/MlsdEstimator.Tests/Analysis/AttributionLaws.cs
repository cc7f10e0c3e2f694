using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>What holds for the parts of a change whatever the formula.</summary>
public class AttributionLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true);

    [Fact]
    public void Parts_sum_to_the_change_for_random_graphs() => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), SumToTheChange).Check(Laws);

    [Fact]
    public void Two_builds_and_given_changes_agree_for_random_graphs() => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), Agree).Check(Laws);

    private static void SumToTheChange(int seed)
    {
        var random = new Random(seed);
        double[] before = Values(random), after = Values(random);
        Attribution<Scalar> found = Attribution.Between(Graph(seed, before), Graph(seed, after));
        Assert.Equal(found.After.Value - found.Before.Value, found.Change.Value);
        Assert.Equal(found.Change.Value, found.Parts.Sum(part => part.Part.Value), 1e-15 * Math.Abs(found.Change.Value));
        Assert.Equal(Graph(seed, after).Value, found.After.Value, 1e-12 * found.After.Value);
    }

    private static void Agree(int seed)
    {
        var random = new Random(seed);
        double[] before = Values(random), after = Values(random);
        Attribution<Scalar> builds = Attribution.Between(Graph(seed, before), Graph(seed, after));
        Scalar result = Graph(seed, before);
        InputChange[] changes = [.. GraphWalk.OperandsFirst([result.Node]).OfType<AnnotatedNode>().Select(node => (Scalar)node.Quantity).Select(input => InputChange.Of(input, after[int.Parse(input.Name![1..])]))];
        Attribution<Scalar> given = Attribution.Between(result, changes);
        Dictionary<string, double> expected = given.Parts.ToDictionary(part => part.Input, part => part.Part.Value);
        Assert.Equal(given.Parts.Count, builds.Parts.Count);
        Assert.All(builds.Parts, part => Assert.Equal(expected[part.Input], part.Part.Value, 1e-12 * (Math.Abs(builds.Before.Value) + Math.Abs(builds.After.Value))));
    }

    private static double[] Values(Random random) => [.. Enumerable.Range(0, 4).Select(_ => 1 + random.NextDouble())];

    private static Scalar Graph(int seed, double[] inputs)
    {
        var random = new Random(seed);
        List<Scalar> values = [.. inputs.Select((value, i) => Scalar.FromNumber(value).Named($"x{i}"))];
        for (int step = 0; step < 8; step++)
        {
            Scalar a = values[random.Next(values.Count)], b = values[random.Next(values.Count)];
            values.Add(random.Next(6) switch { 0 => a + b, 1 => a * b, 2 => a / b, 3 => Scalar.Max(a, b), 4 => (3 * a).Ceiling(), _ => a.Sqrt() });
        }
        return values[^1] + values[^2] * values[0];
    }
}
