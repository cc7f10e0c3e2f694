namespace MlsdEstimator.Tests;

/// <summary>Parts of a change against Shapley values worked out by hand.</summary>
public class AttributionTests
{
    private readonly record struct Power(double Exponent) : IFunction
    {
        public string Name => "power";

        public int OutputCount => 2;

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs) => (outputs[0], outputs[1]) = (Math.Pow(inputs[0], Exponent), inputs[0] + inputs[1]);
    }

    private static Money Cost(double users, double price) => (Scalar.FromNumber(users).Named("users") * price.Dollars.Named("price") + 7.Dollars.Named("base")).Named("cost");

    /// <summary>10 x $10 to 12 x $11: users 2 x $10.5, price $1 x 11; the base did not change.</summary>
    [Fact]
    public void Product_of_two_is_shared_at_the_mean_of_the_other()
    {
        Attribution<Money> found = Attribution.Between(before: Cost(10, 10), after: Cost(12, 11));
        Assert.Equal((107.0, 139.0, 32.0), (found.Before.Dollars, found.After.Dollars, found.Change.Dollars));
        Assert.Equal(["users", "price"], found.Parts.Select(part => part.Input));
        Assert.Equal([21.0, 11.0], found.Parts.Select(part => Math.Round(part.Part.Dollars, 12)));
        Assert.Equal([0.65625, 0.34375], found.Parts.Select(part => Math.Round(part.Share!.Value, 12)));
        Assert.Equal([("10", "12"), ("$10", "$11")], found.Parts.Select(part => (part.Before, part.After)));
        Assert.True(found.IsExact);
        Assert.All(found.Parts, part => Assert.Null(part.Error));
        Assert.Equal("cost", found.Name);
        Assert.Equal("cost: $107 to $139: users, 10 to 12: $21; price, $10 to $11: $11", found.ToString());
    }

    /// <summary>
    /// a 1 to 2, b 1 to 3, c 1 to 5. a: (1 + 15)/3 + (3 + 5)/6 = 20/3; b: 2 ((1 + 10)/3 + (2 + 5)/6) = 29/3; c: 4 ((1 + 6)/3 + (2 + 3)/6) = 38/3; together 29.
    /// </summary>
    [Fact]
    public void Product_of_three_by_changes_of_inputs_has_its_shapley_values()
    {
        Scalar a = Scalar.FromNumber(9).Named("a"), b = 1.To(4, best: 3).Named("b"), c = Scalar.FromNumber(1).Named("c"), d = Scalar.FromNumber(2).Named("d");
        Attribution<Scalar> found = Attribution.Between(a * b * c * d / 2, InputChange.Of(a, 1, 2), InputChange.Of(b, 1, 3), InputChange.Of(c, 5));
        Assert.Equal(["c", "b", "a"], found.Parts.Select(part => part.Input));
        Assert.Equal([38 / 3.0, 29 / 3.0, 20 / 3.0], found.Parts.Select(part => part.Part.Value).ToArray(), Close);
        Assert.Equal((1.0, 30.0), (found.Before.Value, found.After.Value));
        Assert.Null(found.Name);
        Assert.StartsWith("result: 1 to 30: c, 1 to 5: 12.7; ", found.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Ceiling((a + b) / 10) goes from 1 to 2 only when both change: half each. A gradient would give nothing.</summary>
    [Fact]
    public void Step_of_a_ceiling_is_shared()
    {
        Scalar a = Scalar.FromNumber(4).Named("a"), b = Scalar.FromNumber(4).Named("b");
        Assert.Equal([0.5, 0.5], Attribution.Between(((a + b) / 10).Ceiling(), InputChange.Of(a, 8), InputChange.Of(b, 6.5)).Parts.Select(part => part.Part.Value));
    }

    [Fact]
    public void Parts_may_work_against_the_change_and_sum_to_nothing()
    {
        Scalar a = Scalar.FromNumber(5).Named("a"), b = Scalar.FromNumber(5).Named("b");
        Attribution<Scalar> found = Attribution.Between((a - b).Named("difference"), InputChange.Of(a, 8), InputChange.Of(b, 8));
        Assert.Equal([3.0, -3.0], found.Parts.Select(part => part.Part.Value));
        Assert.All(found.Parts, part => Assert.Null(part.Share));
        Assert.Equal(0, found.Change.Value);
        Attribution<Money> same = Attribution.Between(Cost(10, 10), Cost(10, 10));
        Assert.Empty(same.Parts);
        Assert.Equal("cost: $107 to $107, no input changed", same.ToString());
    }

    [Theory]
    [InlineData(0.1, 0.3, 0.7)]
    [InlineData(3, 1e-7, 12345.678)]
    public void Parts_sum_to_the_change_exactly(double x, double y, double z)
    {
        Scalar[] inputs = [.. Enumerable.Range(0, 5).Select(i => Scalar.FromNumber(x + i * y).Named($"x{i}"))];
        Scalar result = inputs.Aggregate((a, b) => a * b + a / (b + 1));
        Attribution<Scalar> found = Attribution.Between(result, [.. inputs.Select((input, i) => InputChange.Of(input, z + i))]);
        Assert.Equal(found.Change.Value, found.Parts.Sum(part => part.Part.Value));
        Assert.Equal(5, found.Parts.Count);
    }

    /// <summary>The same quantity made twice under one name is one input; a unit belongs to the named quantity above it.</summary>
    [Fact]
    public void Inputs_are_known_by_their_names()
    {
        static DataSize Build(double count) => (Scalar.FromNumber(count).Named("rows") * (300 * DataSize.Byte).Named("row") + Scalar.FromNumber(count).Named("rows") * 1.Kilobytes).Named("size");
        AttributionPart<DataSize> only = Assert.Single(Attribution.Between(Build(10), Build(20)).Parts);
        Assert.Equal(("rows", 13_000.0), (only.Input, only.Part.Bytes));
        static DataSize Row(double bytes) => ((bytes * DataSize.Byte).Named("row size") * 2).Named("pair");
        AttributionPart<DataSize> row = Assert.Single(Attribution.Between(Row(300), Row(400)).Parts);
        Assert.Equal(("row size", "300 B", "400 B", 200.0), (row.Input, row.Before, row.After, row.Part.Bytes));
        AttributionPart<DataSize> unnamed = Assert.Single(Attribution.Between(300.Bytes * 2, 400.Bytes * 2).Parts);
        Assert.Equal("unnamed data size", unnamed.Input);
    }

    [Fact]
    public void Range_and_number_are_the_same_input_at_different_values()
    {
        static Scalar Build(Scalar users) => (users.Named("users") * 3).Named("load");
        AttributionPart<Scalar> only = Assert.Single(Attribution.Between(Build(10.To(40)), Build(25)).Parts);
        Assert.Equal(("users", 15.0), (only.Input, Math.Round(only.Part.Value, 9)));
        Scalar first = 10.To(40).Named("users");
        Assert.Equal(15, Assert.Single(Attribution.Between((first * 3).Named("load"), Build(25)).Parts).Part.Value, 1e-9);
    }

    [Fact]
    public void Labels_without_effect_do_not_matter()
    {
        static Scalar Build(double users, bool cited) => (cited ? Scalar.FromNumber(users).Named("n").Cited("a log").Named("users") : Scalar.FromNumber(users).Named("users")) * 3;
        Assert.Equal("users", Assert.Single(Attribution.Between(Build(1, false), Build(2, true)).Parts).Input);
        Assert.Equal("users", Assert.Single(Attribution.Between(Build(1, true), Build(2, false)).Parts).Input);
    }

    /// <summary>Load 10 to 20 and price $2 to $3 by a formula that went from sum to product: 10 x 5 = 50 to 20 x 6 = 120; load 10 x 5.5, price 1 x 15.</summary>
    [Fact]
    public void Named_quantity_whose_formula_changed_is_one_part()
    {
        static Money Build(double load, Money price) => (Scalar.FromNumber(load).Named("load") * price.Named("price")).Named("cost");
        Attribution<Money> found = Attribution.Between(Build(10, 2.Dollars + 3.Dollars.Named("part")), Build(20, 2.Dollars.Named("unit") * 3));
        Assert.Equal(["load", "price (its formula changed)"], found.Parts.Select(part => part.Input));
        Assert.Equal([55.0, 15.0], found.Parts.Select(part => Math.Round(part.Part.Dollars, 9)));
    }

    [Fact]
    public void Bought_number_is_an_input_of_its_own()
    {
        static Money Build(double load, double price)
        {
            Provision need = (Scalar.FromNumber(load).Named("load") * (Scalar)(0.5, 1, 2) / 10).Named("machines").ProvisionFor(0.9);
            return (need.Bought * price.Dollars.Named("price")).Named("cost");
        }
        Attribution<Money> found = Attribution.Between(Build(100, 5), Build(200, 6));
        Assert.Equal(2, found.Parts.Count);
        Assert.Contains("price", found.Parts.Select(part => part.Input));
        Assert.Equal(found.Change.Dollars, found.Parts.Sum(part => part.Part.Dollars));
    }

    /// <summary>x^2 + (x + y) with x 1 to 3 and y 2 to 5: 4 to 17, x: 8 + 2, y: 3.</summary>
    [Fact]
    public void Outputs_of_a_function_are_followed()
    {
        static Scalar Build(double x, double y, double exponent)
        {
            IReadOnlyList<Scalar> parts = Quantity.Functions<Scalar>(new Power(exponent), Scalar.FromNumber(x).Named("x"), Scalar.FromNumber(y).Named("y"));
            return (parts[0].Named("first") + parts[1].Named("second")).Named("sum");
        }
        Assert.Equal([("x", 10.0), ("y", 3.0)], Attribution.Between(Build(1, 2, 2), Build(3, 5, 2)).Parts.Select(part => (part.Input, part.Part.Value)));
        Assert.Equal(["first (its formula changed)", "second (its formula changed)"], Attribution.Between(Build(1, 2, 2), Build(3, 5, 3)).Parts.Select(part => part.Input));
    }

    /// <summary>
    /// 500M users x 10 a day x 500 B x 30 days x 3 copies = 225 TB; 600M users and 45 days: 405 TB. Users 0.2 x 1.25 x 225 = 56.25 TB, retention 0.5 x 1.1 x 225 = 123.75 TB.
    /// </summary>
    [Fact]
    public void Two_builds_of_an_estimator_are_compared_input_by_input()
    {
        static DataSize Build(Scalar users, Duration retention)
        {
            Traffic web = Traffic.FromUsers(users, 3.To(30, best: 10), Peak.Factor(2));
            return new RetainedData { Rows = web.Load, RowSize = 100.Bytes.To(2000.Bytes, best: 500.Bytes), Retention = retention, Copies = 3 }.Stored;
        }
        Attribution<DataSize> found = Attribution.Between(Build(500.Million, 30.Days), Build(200.Million.To(900.Million, best: 600.Million), 45.Days));
        Assert.Equal(["retention", "daily active users"], found.Parts.Select(part => part.Input));
        Assert.Equal([123.75, 56.25], found.Parts.Select(part => Math.Round(part.Part.Terabytes, 9)));
        Assert.Equal([("30 d", "45 d"), ("500 M", "600 M")], found.Parts.Select(part => (part.Before, part.After)));
    }

    [Fact]
    public void Many_changes_are_exact_where_they_only_add()
    {
        Scalar[] inputs = [.. Enumerable.Range(1, 13).Select(i => Scalar.FromNumber(i).Named($"x{i}"))];
        Attribution<Scalar> found = Attribution.Between(inputs.Aggregate((a, b) => a + b), [.. inputs.Select((input, i) => InputChange.Of(input, (i + 1) * 2))]);
        Assert.False(found.IsExact);
        Assert.Equal(91, found.Change.Value);
        Assert.All(found.Parts, part => Assert.Equal(0, part.Error!.Value, 1e-6));
        Assert.Equal(Enumerable.Range(1, 13).Reverse().Select(i => (double)i), found.Parts.Select(part => Math.Round(part.Part.Value, 9)));
    }

    /// <summary>13 factors that double: 8191 in equal parts of 630.08, by symmetry.</summary>
    [Fact]
    public void Many_changes_that_multiply_are_sampled_with_an_error()
    {
        Scalar[] inputs = [.. Enumerable.Range(1, 13).Select(i => Scalar.FromNumber(1).Named($"x{i}"))];
        Attribution<Scalar> found = Attribution.Between(inputs.Aggregate((a, b) => a * b), [.. inputs.Select(input => InputChange.Of(input, 2))]);
        Assert.Equal(8191, found.Parts.Sum(part => part.Part.Value));
        Assert.All(found.Parts, part => Assert.InRange(part.Error!.Value, 10, 60));
        Assert.All(found.Parts, part => Assert.InRange(Math.Abs(part.Part.Value - 8191 / 13.0), 0, 4.5 * part.Error!.Value));
        Scalar[] twelve = inputs[..12];
        Attribution<Scalar> exact = Attribution.Between(twelve.Aggregate((a, b) => a * b), [.. twelve.Select(input => InputChange.Of(input, 2))]);
        Assert.True(exact.IsExact);
        Assert.All(exact.Parts, part => Assert.Equal(341.25, part.Part.Value, 1e-9));
    }

    [Fact]
    public void Deep_models_are_laid_over_each_other_without_recursion()
    {
        static Scalar Build(double users)
        {
            Scalar sum = Scalar.FromNumber(users).Named("users");
            for (int i = 0; i < 50_000; i++)
                sum = sum + Scalar.One;
            return sum;
        }
        Assert.Equal(5, Assert.Single(Attribution.Between(Build(1), Build(6)).Parts).Part.Value);
    }

    [Fact]
    public void Infeasible_results_are_refused_with_the_combination()
    {
        Scalar load = Scalar.FromNumber(50).Named("load"), capacity = Scalar.FromNumber(60).Named("capacity");
        Scalar used = (load / capacity).FeasibleWhen(load < capacity, "overload").Named("utilisation");
        EstimateException refusal = Assert.Throws<EstimateException>(() => Attribution.Between(used, InputChange.Of(load, 100), InputChange.Of(capacity, 120)));
        Assert.Equal("utilisation is infeasible with load changed and capacity not, so its change has no parts; attribute a quantity that stays feasible, or change fewer inputs.", refusal.Message);
        Assert.StartsWith("utilisation is infeasible after the changes,", Assert.Throws<EstimateException>(() => Attribution.Between(used, InputChange.Of(load, 100))).Message, StringComparison.Ordinal);
        Assert.StartsWith("utilisation is infeasible before the changes,", Assert.Throws<EstimateException>(() => Attribution.Between(used, InputChange.Of(load, 100, 10))).Message, StringComparison.Ordinal);
        Scalar none = Quantity.Infeasible<Scalar>("overload");
        Assert.Throws<EstimateException>(() => Attribution.Between(used, none));
        Assert.Throws<EstimateException>(() => Attribution.Between(none, used));
    }

    [Fact]
    public void Bad_questions_are_refused()
    {
        Scalar a = Scalar.FromNumber(2).Named("a"), b = Scalar.FromNumber(2).Named("b"), sum = (a + 1).Named("sum");
        Assert.StartsWith("'sum' does not depend on 'b'.", Assert.Throws<ArgumentException>("changes", () => Attribution.Between(sum, InputChange.Of(b, 3))).Message, StringComparison.Ordinal);
        Assert.StartsWith("'a' is given twice; give each input once.", Assert.Throws<ArgumentException>("changes", () => Attribution.Between(sum, InputChange.Of(a, 3), InputChange.Of(a, 4))).Message, StringComparison.Ordinal);
        Assert.StartsWith("'sum' is computed; change the inputs it is computed from.", Assert.Throws<ArgumentException>("input", () => InputChange.Of(sum, 3)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The value of an input must be certain here, but is ~2; give one value.", Assert.Throws<ArgumentException>("after", () => InputChange.Of(a, (1, 4))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("before", () => InputChange.Of(a, (1, 4), 3));
        Assert.StartsWith("'product' is not built as 'sum' is; attribute between two builds of one model, or name the quantity whose formula changed in both.", Assert.Throws<ArgumentException>("after", () => Attribution.Between(sum, (a * 2).Named("product"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("changes", () => Attribution.Between(sum, Array.Empty<InputChange>()));
        Assert.Throws<ArgumentNullException>("changes", () => Attribution.Between(sum, InputChange.Of(a, 3), null!));
        Assert.Throws<ArgumentNullException>("before", () => Attribution.Between((Scalar)null!, sum));
        Assert.Throws<ArgumentNullException>("after", () => Attribution.Between(sum, (Scalar)null!));
        Assert.Throws<ArgumentNullException>("result", () => Attribution.Between((Scalar)null!, InputChange.Of(a, 3)));
        Assert.Throws<ArgumentNullException>("input", () => InputChange.Of(null!, Scalar.One));
        Assert.Throws<ArgumentNullException>("after", () => InputChange.Of(a, (Scalar)null!));
    }

    private static bool Close(double one, double other) => Math.Abs(one - other) <= 1e-12 * Math.Abs(other);
}
