using System.Text.Json.Nodes;

namespace MlsdEstimator.Tests;

/// <summary>Saving and loading.</summary>
public class PosteriorFileTests
{
    private static readonly SimulationOptions Few = new() { Samples = 2_048 };

    private static (Scalar Users, Scalar PerUser, Scalar Product) Inputs()
    {
        Scalar users = Uncertain.LogNormal(1000, 0.2).AsScalar().Named("users"), perUser = 2.To(8, best: 3).Named("per user");
        return (users, perUser, (users * perUser).Named("requests"));
    }

    private static Posterior Saved()
    {
        (Scalar _, Scalar _, Scalar product) = Inputs();
        return Simulation.Run([product], Few).Given(product, 4000, 2.Percent);
    }

    private static readonly string Json = Saved().ToJson();

    [Fact]
    public void Loaded_state_gives_the_same_bits()
    {
        (Scalar users, Scalar perUser, Scalar product) = Inputs();
        Posterior posterior = Simulation.Run([product], Few).Given(product, 4000, 2.Percent);
        Posterior loaded = Posterior.FromJson(posterior.ToJson(), users, perUser);
        Scalar growth = Uncertain.LogNormal(2, 0.1).AsScalar();
        foreach (Scalar quantity in new[] { users, perUser, product, product * growth })
        {
            Assert.Equal(posterior.Of(quantity).Mean.Value, loaded.Of(quantity).Mean.Value);
            Assert.Equal(posterior.Of(quantity).Quantile(0.123).Value, loaded.Of(quantity).Quantile(0.123).Value);
        }
        Assert.Equal(posterior.ToString(), loaded.ToString());
        Assert.Equal(posterior.ToJson(), loaded.ToJson());
    }

    [Fact]
    public void Loaded_state_narrows_the_inputs_of_another_model()
    {
        (Scalar users, Scalar perUser, Scalar product) = Inputs();
        Posterior loaded = Posterior.FromJson(Json, users, perUser);
        Assert.Equal(4000, loaded.Of(product).Median.Value, 10.0);
        Assert.True(loaded.Correlation(users, perUser) < -0.9);
    }

    [Fact]
    public void Input_that_is_not_given_is_averaged_over()
    {
        (Scalar users, Scalar perUser, Scalar product) = Inputs();
        Posterior loaded = Posterior.FromJson(Json, perUser);
        Assert.Equal(["per user"], loaded.Inputs.Select(input => input.Name));
        Assert.Equal(1000, loaded.Of(users).Median.Value, 3.0);
    }

    /// <summary>Measuring after loading weighs draws, where measuring before would have drawn anew: the same within the error of 2,048 draws.</summary>
    [Fact]
    public void Measurement_after_loading_agrees_with_both_at_once()
    {
        (Scalar users, Scalar perUser, Scalar product) = Inputs();
        Posterior loaded = Posterior.FromJson(Json, users, perUser).Given(users, 1100, 10.Percent);
        Posterior together = Simulation.Run([product], Few).Given(Measurement.Of(product, 4000, 2.Percent), Measurement.Of(users, 1100, 10.Percent));
        Assert.Equal(2, loaded.Measurements.Count);
        Assert.Equal(together.Of(users).Median.Value, loaded.Of(users).Median.Value, 10.0);
        Assert.Equal(together.Of(perUser).High.Value, loaded.Of(perUser).High.Value, 0.1);
    }

    [Fact]
    public void Correlated_inputs_are_saved_with_their_correlation()
    {
        static (Scalar X, Scalar Y) Make()
        {
            Scalar x = Uncertain.LogNormal(10, 0.3).AsScalar().Named("x");
            return (x, Uncertain.LogNormal(100, 0.4).AsScalar().Named("y").CorrelatedWith(x, 0.5));
        }

        (Scalar x, Scalar y) = Make();
        Posterior posterior = Simulation.Run([x], Few).Given(x * y, 1500, 2.Percent);
        (Scalar u, Scalar v) = Make();
        Posterior loaded = Posterior.FromJson(posterior.ToJson(), u, v);
        Assert.Equal(posterior.Correlation(x, y), loaded.Correlation(u, v));
        Scalar alone = Uncertain.LogNormal(100, 0.4).AsScalar().Named("y");
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Posterior.FromJson(posterior.ToJson(), u, alone));
        Assert.Equal("'y' was saved with other correlations to other inputs. State the same ones.", refused.Message);
        (Scalar other, Scalar _) = Make();
        Assert.Throws<ArgumentException>(() => Posterior.FromJson(posterior.ToJson(), other, v));
    }

    [Fact]
    public void Unnamed_input_is_refused_when_saving()
    {
        Scalar product = Uncertain.LogNormal(10, 0.3).AsScalar() * Inputs().Users;
        EstimateException refused = Assert.Throws<EstimateException>(() => Simulation.Run([product], Few).Given(product, 10_000, 5.Percent).ToJson());
        Assert.Equal("An input without a name cannot be saved, because it could not be found again: log-normal, median 10, sigma 0.3 (scalar). Name it where it is made: .Named(\"...\").", refused.Message);
    }

    [Fact]
    public void Two_inputs_of_one_name_are_refused_when_saving()
    {
        Scalar product = Inputs().Users * Inputs().Users;
        EstimateException refused = Assert.Throws<EstimateException>(() => Simulation.Run([product], Few).Given(product, 1e6, 5.Percent).ToJson());
        Assert.Equal("Two inputs are called 'users' and could not be told apart after loading. Give each its own name.", refused.Message);
    }

    [Fact]
    public void Unknown_name_is_refused_with_the_nearest()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Posterior.FromJson(Json, Uncertain.LogNormal(1000, 0.2).AsScalar().Named("user")));
        Assert.Equal("The file knows no input 'user'. Nearest: 'users', 'per user'.", refused.Message);
    }

    [Fact]
    public void Input_that_is_none_is_refused()
    {
        (Scalar users, Scalar perUser, Scalar product) = Inputs();
        Assert.Equal("'requests' is no uncertain input but computed; give the inputs it is computed from.", Assert.Throws<ArgumentException>(() => Posterior.FromJson(Json, product)).Message);
        Assert.Equal("'users' is no uncertain input but certain; give the inputs it is computed from.", Assert.Throws<ArgumentException>(() => Posterior.FromJson(Json, ((Scalar)3).Named("users"))).Message);
        Assert.Equal("An input without a name (~1,000) cannot be found in the file; name it as it was when it was saved: .Named(\"...\").", Assert.Throws<ArgumentException>(() => Posterior.FromJson(Json, Uncertain.LogNormal(1000, 0.2).AsScalar())).Message);
        Assert.Equal("'users' is given twice; give each input once. (Parameter 'inputs')", Assert.Throws<ArgumentException>(() => Posterior.FromJson(Json, users, users)).Message);
        Assert.Throws<ArgumentException>(() => Posterior.FromJson(Json));
        Assert.Throws<ArgumentNullException>(() => Posterior.FromJson(null!, users));
        Assert.Throws<ArgumentNullException>(() => Posterior.FromJson(Json, [null!]));
    }

    [Fact]
    public void Input_of_another_unit_or_range_is_refused()
    {
        ArgumentException unit = Assert.Throws<ArgumentException>(() => Posterior.FromJson(Json, Uncertain.LogNormal(1000, 0.2).In(DataSize.Byte).Named("users")));
        Assert.Equal("'users' was saved in '', but is a data size here.", unit.Message);
        ArgumentException range = Assert.Throws<ArgumentException>(() => Posterior.FromJson(Json, Uncertain.LogNormal(1000, 0.3).AsScalar().Named("users")));
        Assert.Equal("'users' was saved as a range of 720 | 1,000 | 1,390, but is 611 | 1,000 | 1,638 here: what was learned rests on the range it had. Give it that range again, or measure anew.", range.Message);
    }

    [Theory]
    [InlineData("$.format", "'x'", "$.format is 'x', but should be 'MlsdEstimator posterior': this is another kind of file.")]
    [InlineData("$.format", "3", "$.format is number, but should be a text.")]
    [InlineData("$.version", "2", "$.version is newer than 1, the newest that this version of the library reads; update it.")]
    [InlineData("$.version", "0", "$.version is not a whole number from 1 to 2147483647.")]
    [InlineData("$.version", null, "$.version is missing.")]
    [InlineData("$.replicates", "8", "$.replicates is not a whole number from 16 to 16.")]
    [InlineData("$.draws", "127", "$.factors[0] is an array of 2048, but should have 2032.")]
    [InlineData("$.draws", "0", "$.draws is not a whole number from 1 to 6250000.")]
    [InlineData("$.streams", "1", "$.streams is not a whole number from 2 to 2147483647.")]
    [InlineData("$.inputs[1].name", "'users'", "$.inputs is a list in which 'users' stands twice.")]
    [InlineData("$.seed", "-1", "$.seed is not a seed, which is a whole number from 0 to 2^64 - 1.")]
    [InlineData("$.method", "'Sobel'", "$.method is 'Sobel', but should be one of Sobol, Random, LatinHypercube.")]
    [InlineData("$.measurements", "{}", "$.measurements is object, but should be an array.")]
    [InlineData("$.measurements[0]", "3", "$.measurements[0] is number, but should be an object.")]
    [InlineData("$.measurements[0].probability", "'high'", "$.measurements[0].probability is string, but should be a number.")]
    [InlineData("$.inputs[1].name", null, "$.inputs[1].name is missing.")]
    [InlineData("$.inputs[1].factors[0]", "2", "$.inputs[1].factors[0] is not a whole number from 0 to 1.")]
    [InlineData("$.inputs[1].loadings", "[]", "$.inputs[1].loadings is an array of 0, but should have 1.")]
    [InlineData("$.inputs[0].prior[2]", "null", "$.inputs[0].prior[2] is not a finite number.")]
    [InlineData("$.factors[1][17]", "'a'", "$.factors[1][17] is not a finite number.")]
    [InlineData("$.factors[1][17]", "1e999", "$.factors[1][17] is not a finite number.")]
    [InlineData("$.weights[40]", "-1", "$.weights[40] is negative, but should be a weight of 0 or more.")]
    public void Broken_file_is_refused_with_its_path(string path, string? value, string message)
    {
        (Scalar users, Scalar perUser, Scalar _) = Inputs();
        string broken = Changed(path, value?.Replace('\'', '"'));
        Assert.Equal(message, Assert.Throws<FormatException>(() => Posterior.FromJson(broken, users, perUser)).Message);
    }

    [Fact]
    public void File_without_weight_or_end_is_refused()
    {
        (Scalar users, Scalar perUser, Scalar _) = Inputs();
        JsonNode root = JsonNode.Parse(Json)!;
        root["weights"] = new JsonArray([.. Enumerable.Range(0, 2048).Select(_ => (JsonNode)0)]);
        Assert.Equal("$.weights is 0 everywhere: no draw is left.", Assert.Throws<FormatException>(() => Posterior.FromJson(root.ToJsonString(), users, perUser)).Message);
        Assert.Matches(@"^\$: this is not JSON: line \d+, byte \d+: .* Was the file cut off\?$", Assert.Throws<FormatException>(() => Posterior.FromJson(Json[..^1], users, perUser)).Message);
        Assert.Equal("$ is array, but should be an object.", Assert.Throws<FormatException>(() => Posterior.FromJson("[]", users, perUser)).Message);
    }

    /// <summary>The file with the value at a path replaced, or left out.</summary>
    private static string Changed(string path, string? value)
    {
        JsonNode root = JsonNode.Parse(Json)!;
        JsonNode node = root;
        string[] steps = path[1..].Split('.', '[').Where(step => step.Length > 0).Select(step => step.TrimEnd(']')).ToArray();
        foreach (string step in steps[..^1])
            node = int.TryParse(step, out int place) ? node[place]! : node[step]!;
        const string mark = "\"<here>\"";
        if (value is null)
            node.AsObject().Remove(steps[^1]);
        else if (int.TryParse(steps[^1], out int last))
            node[last] = "<here>";
        else
            node[steps[^1]] = "<here>";
        string text = root.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return value is null ? text : text.Replace(mark, value, StringComparison.Ordinal);
    }
}
