namespace MlsdEstimator.Tests;

/// <summary>Exponents worked by hand.</summary>
public class LogExponentsTests
{
    private static readonly Scalar X = Uncertain.LogNormal(3, 0.3).AsScalar().Named("x");

    private static readonly Scalar Y = Uncertain.LogNormal(5, 0.3).AsScalar();

    private static double OfX(Scalar quantity) => new LogExponents(new ValueNumbering([quantity.Node])).Of((LeafNode)X.Node.Bare)[0];

    private static Scalar Table(Scalar x) => Quantity.Table<Scalar, Scalar>(x, (0, 1), (100, 2));

    [Fact]
    public void Products_quotients_and_powers_have_their_exponent()
    {
        Assert.Equal(1, OfX(X));
        Assert.Equal(0, OfX(Y));
        Assert.Equal(0, OfX((Scalar)7));
        Assert.Equal(2, OfX(X * Y * X));
        Assert.Equal(-1, OfX(Y / X));
        Assert.Equal(0, OfX(X / X));
        Assert.Equal(1, OfX(-X));
        Assert.Equal(-0.75, OfX(X.Pow(-1.5).Sqrt()));
        Assert.Equal(0, OfX(Y.Pow(Y)));
    }

    [Fact]
    public void Sums_keep_the_exponent_of_a_common_factor()
    {
        Assert.Equal(1, OfX(X * 3 + X * Y));
        Assert.Equal(2, OfX(X * X - X * Y * X));
        Assert.Equal(1, OfX(Scalar.Max(Scalar.Min(X * 3, X * Y), X)));
        Assert.Equal(1, OfX(X + 0));
        Assert.Equal(1, OfX((Scalar)0 + X));
        Assert.Equal(0, OfX(Y + 2));
    }

    [Fact]
    public void Choices_keep_the_exponent_where_scaling_does_not_change_them()
    {
        Assert.Equal(1, OfX(Quantity.If(Y > 5, X, X * 2)));
        Assert.Equal(1, OfX(Quantity.If(X * Y > X, X, X * 2)));
        Assert.Equal(1, OfX(Quantity.If(X >= 0, X, (Scalar)0)));
        Assert.Equal(1, OfX(Quantity.If((Y > 5).And((Y > 6).Not()), X, X * 2)));
    }

    [Fact]
    public void Everything_else_has_none()
    {
        Assert.Equal(double.NaN, OfX(X + Y));
        Assert.Equal(double.NaN, OfX(X + 1));
        Assert.Equal(double.NaN, OfX(X.Ceiling()));
        Assert.Equal(double.NaN, OfX(X.Log()));
        Assert.Equal(double.NaN, OfX(X.Exp()));
        Assert.Equal(double.NaN, OfX(Y.Pow(X)));
        Assert.Equal(double.NaN, OfX(X.Pow(Y)));
        Assert.Equal(double.NaN, OfX(X * (X + Y)));
        Assert.Equal(double.NaN, OfX(Quantity.If(X > 3, X, X * 2)));
        Assert.Equal(double.NaN, OfX(Quantity.If(Y > 3, X, Y)));
        Assert.Equal(double.NaN, OfX(Quantity.If((X > 3).And(Y > 2), X, X * 2)));
        Assert.Equal(double.NaN, OfX(Quantity.If((X > 3).Not(), X, X * 2)));
        Assert.Equal(double.NaN, OfX(Table(X)));
    }

    [Fact]
    public void Function_of_other_inputs_does_not_matter() => Assert.Equal(1, OfX(X * Table(Y)));
}
