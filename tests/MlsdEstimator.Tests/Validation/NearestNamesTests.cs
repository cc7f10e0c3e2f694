namespace MlsdEstimator.Tests;

public class NearestNamesTests
{
    private static readonly string[] Known = ["A100", "H100", "A10", "L4", "TPU v4"];

    [Theory]
    [InlineData("a10", "'A10', 'A100', 'H100'")]
    [InlineData("H10", "'H100', 'A10', 'A100'")]
    [InlineData("tpu", "'TPU v4', 'A10', 'L4'")]
    public void Nearest_names_contain_the_text_first(string text, string expected) => Assert.Equal(expected, NearestNames.Of(text, Known));

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
