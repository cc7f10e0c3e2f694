namespace MlsdEstimator.Tests;

public class NearestNamesTests
{
    private static readonly string[] Known = ["A100", "H100", "A10", "L4", "TPU v4"];

    [Theory]
    [InlineData("a10", "'A10', 'A100', 'H100'")]
    [InlineData("H10", "'H100', 'A10', 'A100'")]
    [InlineData("tpu", "'TPU v4', 'A10', 'L4'")]
    public void Nearest_names_contain_the_text_first(string text, string expected) => Assert.Equal(expected, NearestNames.Of(text, Known));

    [Theory]
    [InlineData("RTX4090", "'RTX-4090-24GB', 'RTX-3090-24GB', 'NVIDIA RTX A5000 GPU'")] // glued: the runs RTX and 4090, then RTX alone
    [InlineData("NVIDIA H100 SXM5", "'H100-SXM-80GB', 'NVIDIA RTX A5000 GPU', ")] // H100, then the maker
    [InlineData("nvidia_4090_24gb", "'RTX-4090-24GB', 'RTX-3090-24GB', 'L4-24GB'")] // two numbered words, then 24GB alone
    [InlineData("NVIDIA L4 GPU", "'L4-24GB', 'NVIDIA RTX A5000 GPU', ")] // the word of the model before those of the maker and the kind
    [InlineData("?!", "'L4-24GB', ")] // near to none: the shortest
    public void Nearest_names_share_numbered_words_then_runs(string text, string expected) =>
        Assert.StartsWith(expected, NearestNames.Of(text, ["NVIDIA RTX A5000 GPU", "L4-24GB", "RTX-3090-24GB", "H100-SXM-80GB", "RTX-4090-24GB"]), StringComparison.Ordinal);

    [Fact]
    public void Names_are_suggested_once_and_at_most_three()
    {
        Assert.Equal("'A100'", NearestNames.Of("x", ["A100", "A100"]));
        Assert.Equal("none", NearestNames.Of("x", []));
    }

    [Fact]
    public void Exception_of_one_problem_holds_it()
    {
        var problem = new EstimateException("too much");
        Assert.Equal(("too much", 1, "too much"), (problem.Message, problem.Contradictions.Count, problem.Contradictions[0]));
    }
}
