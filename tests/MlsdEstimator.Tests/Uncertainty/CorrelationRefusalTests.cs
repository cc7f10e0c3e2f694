namespace MlsdEstimator.Tests;

public class CorrelationRefusalTests
{
    private readonly Scalar users = 1.To(4).Named("users");
    private readonly Scalar perUser = 3.To(30).Named("per user");

    [Theory]
    [InlineData(1.0000001, "1.0000001")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void Correlation_outside_minus_one_to_one_is_refused(double correlation, string text)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(nameof(correlation), () => perUser.CorrelatedWith(users, correlation));
        Assert.StartsWith($"'correlation' is {text}, but must lie between -1 and 1.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Certain_and_computed_quantities_are_refused()
    {
        Scalar certain = Scalar.FromNumber(5).Named("zones"), computed = (users * perUser).Named("requests");
        Assert.StartsWith("'zones' is certain, and only uncertain inputs can be correlated; give it a range, or leave the correlation out.", Refusal("input", () => certain.CorrelatedWith(users, 0.5)), StringComparison.Ordinal);
        Assert.StartsWith("'zones' is certain", Refusal("other", () => users.CorrelatedWith(certain, 0.5)), StringComparison.Ordinal);
        Assert.StartsWith("'requests' is computed, and only inputs can be correlated; correlate the inputs it is computed from.", Refusal("input", () => computed.CorrelatedWith(users, 0.5)), StringComparison.Ordinal);
        Assert.StartsWith("'requests' is computed", Refusal("other", () => users.CorrelatedWith(computed, 0.5)), StringComparison.Ordinal);
        Assert.StartsWith("'~4' is computed", Refusal("other", () => users.CorrelatedWith(users + 2, 0.5)), StringComparison.Ordinal);
    }

    [Fact]
    public void Correlation_with_itself_is_refused()
    {
        const string message = "'users' cannot be correlated with itself: reading one input twice is reading the same unknown; correlate two inputs.";
        Assert.StartsWith(message, Refusal("other", () => users.CorrelatedWith(users, 0.5)), StringComparison.Ordinal);
        Assert.StartsWith(message, Refusal("other", () => users.CorrelatedWith(users.Cited("a log"), 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Second_correlation_of_one_input_is_refused()
    {
        Scalar moved = perUser.CorrelatedWith(users, 0.5), price = (1, 4);
        const string message = "'per user' is already correlated 0.5 with users; give all correlations of an input at once, with Uncertain.Joint.";
        Assert.StartsWith(message, Refusal("input", () => moved.CorrelatedWith(price, 0.5)), StringComparison.Ordinal);
        Assert.StartsWith(message, Refusal("inputs", () => Uncertain.Joint(moved, price, new double[,] { { 1, 0 }, { 0, 1 } })), StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_refused_by_name()
    {
        var identity = new double[,] { { 1, 0 }, { 0, 1 } };
        Assert.Throws<ArgumentNullException>("input", () => ((Scalar)null!).CorrelatedWith(users, 0.5));
        Assert.Throws<ArgumentNullException>("other", () => users.CorrelatedWith(null!, 0.5));
        Assert.Throws<ArgumentNullException>("inputs", () => Uncertain.Joint(users, (Scalar)null!, identity));
        Assert.Throws<ArgumentNullException>("inputs", () => Uncertain.Joint((IReadOnlyList<IQuantity>)null!, identity));
        Assert.Throws<ArgumentNullException>("correlations", () => Uncertain.Joint(users, perUser, null!));
    }

    [Fact]
    public void Inputs_must_be_there_once_and_fit_the_matrix()
    {
        Assert.StartsWith("'inputs' is empty; give at least one.", Refusal("inputs", () => Uncertain.Joint(Array.Empty<Scalar>(), new double[0, 0])), StringComparison.Ordinal);
        Assert.StartsWith("An input is given twice; give each input once.", Refusal("inputs", () => Uncertain.Joint(users, users, new double[,] { { 1, 0 }, { 0, 1 } })), StringComparison.Ordinal);
        Assert.StartsWith("The correlation matrix has 2 x 3 entries, but 2 inputs need 2 x 2.", Refusal("correlations", () => Uncertain.Joint(users, perUser, new double[2, 3])), StringComparison.Ordinal);
        Assert.StartsWith("The correlation matrix has 3 x 2 entries, but 2 inputs need 2 x 2.", Refusal("correlations", () => Uncertain.Joint(users, perUser, new double[3, 2])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0.5, 0.4, 1, "Entry [0, 1] of the correlation matrix ('users' with 'input 1') is 0.5, but entry [1, 0] is 0.4; the matrix must be symmetric.")]
    [InlineData(1, 0.5, 0.5, 0.9, "Entry [1, 1] of the correlation matrix ('input 1' with 'input 1') is 0.9, but must be 1: every input is correlated with itself.")]
    [InlineData(1, 1.2, 1.2, 1, "Entry [0, 1] of the correlation matrix ('users' with 'input 1') is 1.2, but must lie between -1 and 1.")]
    [InlineData(1, -1.2, -1.2, 1, "Entry [0, 1] of the correlation matrix ('users' with 'input 1') is -1.2, but must lie between -1 and 1.")]
    [InlineData(1, 0.5, double.NaN, 1, "Entry [0, 1] of the correlation matrix ('users' with 'input 1') is 0.5, but entry [1, 0] is NaN; the matrix must be symmetric.")]
    [InlineData(double.NaN, 0.5, 0.5, 1, "Entry [0, 0] of the correlation matrix ('users' with 'users') is NaN, but must lie between -1 and 1.")]
    public void Entry_that_cannot_be_is_named(double a, double b, double c, double d, string message) =>
        Assert.StartsWith(message, Refusal("correlations", () => Uncertain.Joint(users, (Scalar)(1, 4), new[,] { { a, b }, { c, d } })), StringComparison.Ordinal);

    [Fact]
    public void Rounding_noise_of_computed_matrices_is_forgiven()
    {
        (Scalar a, Scalar b) = Uncertain.Joint(users, perUser, new[,] { { 1 - 2e-16, 0.6 + 1e-13 }, { 0.6, 1 + 2e-16 } });
        Assert.Equal(0.6, ((LeafNode)a.Node.Bare).Score.CorrelationWith(((LeafNode)b.Node.Bare).Score), 1e-12);
        Uncertain.Joint(users, perUser, new[,] { { 1, 1 + 1e-12 }, { 1 + 1e-12, 1 } });
    }

    private static string Refusal(string parameter, Func<object> act) => Assert.Throws<ArgumentException>(parameter, () => act()).Message;
}
