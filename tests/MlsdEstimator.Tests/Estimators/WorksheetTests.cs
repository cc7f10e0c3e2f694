namespace MlsdEstimator.Tests;

public class WorksheetTests
{
    private sealed record Shop(string Name, Spend? Price) : Estimator
    {
        public override IReadOnlyList<IQuantity> Results => [];

        public override IReadOnlyList<Tier> Tiers => [new Tier(Name, "server", null, Price)];

        public override IReadOnlyList<Finding> Findings => [new Finding(Severity.Note, FindingCodes.Consequence, Name)];
    }

    private sealed record Group(params Estimator[] Inside) : Estimator
    {
        public override IReadOnlyList<IQuantity> Results => [];

        public override IReadOnlyList<Estimator> Parts => Inside;
    }

    private static readonly Scalar Users = Scalar.FromNumber(1000).Named("users");

    private static Worksheet Full(params Estimator[] estimators)
    {
        Estimator[] filler = [Estimator.Of("Filler", 1.Bytes.Named("filler"))];
        return new("Design") { Clarify = estimators, Frame = filler, Data = filler, Model = filler, Evaluate = filler, Serve = filler, Monitor = filler };
    }

    private static Finding[] FindingsOf(string code, params Estimator[] estimators) => [.. Full(estimators).Findings.Where(finding => finding.Code == code)];

    [Fact]
    public void Result_is_found_by_path_and_by_name_in_any_case()
    {
        Worksheet sheet = Full(Estimator.Of("Web", Users, (Users * 2).Named("twice")), Estimator.Of("App", (Users * 3).Named("thrice")));
        Assert.Same(sheet.Results[0], sheet["Web / users"]);
        Assert.Equal("twice", sheet["web / TWICE"].Name);
        Assert.Equal("thrice", sheet["thrice"].Name);
    }

    [Fact]
    public void Total_cost_is_found_by_name_where_something_is_bought()
    {
        Worksheet sheet = Full(new Shop("web", 100.DollarsPerMonth), new Shop("app", 20.DollarsPerMonth));
        Assert.Same(sheet.Cost, sheet["cost of all tiers"]);
        Assert.Same(sheet.Cost, sheet["Design / Cost of all tiers"]);
        Assert.Equal(120, ((Spend)sheet["cost of all tiers"]).DollarsPerMonth, 1e-9);
        Assert.Throws<ArgumentException>("path", () => Full()["cost of all tiers"]);
    }

    [Fact]
    public void Input_is_found_by_name_in_any_case()
    {
        Worksheet sheet = Full(Estimator.Of("Web", (Users * 2).Named("twice")));
        Assert.Equal(1000, sheet.Input("Users").BaseValue);
        Assert.Same(sheet.Inputs.Single(input => input.Name == "users"), sheet.Input("users"));
    }

    [Fact]
    public void Unknown_input_is_an_error_with_the_nearest()
    {
        Worksheet sheet = Full(Estimator.Of("Web", (Users * 2).Named("twice")));
        ArgumentException problem = Assert.Throws<ArgumentException>("name", () => sheet.Input("user"));
        Assert.StartsWith("There is no input 'user'. Nearest: 'users', 'filler'.", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("There is no input 'twice'.", Assert.Throws<ArgumentException>("name", () => sheet.Input("twice")).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no input", Assert.Throws<ArgumentException>("name", () => sheet.Input(" ")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_of_several_inputs_is_an_error()
    {
        Scalar other = Scalar.FromNumber(7).Named("users");
        Worksheet sheet = Full(Estimator.Of("Web", (Users * 2).Named("twice"), (other * 3).Named("thrice")));
        Assert.StartsWith("'users' names 2 inputs; give each a name of its own.", Assert.Throws<ArgumentException>("name", () => sheet.Input("users")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_result_is_an_error_with_the_nearest()
    {
        Worksheet sheet = Full(Estimator.Of("Web", Users, (Users * 2).Named("twice")));
        ArgumentException problem = Assert.Throws<ArgumentException>("path", () => sheet["Web / user"]);
        Assert.StartsWith("There is no result 'Web / user'. Nearest: 'Web / users', 'Web / twice', 'Filler / filler'.", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("There is no result 'x'. Nearest: none.", Assert.Throws<ArgumentException>("path", () => new Worksheet("Empty")["x"]).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no result", Assert.Throws<ArgumentException>("path", () => sheet[" "]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_of_several_results_needs_its_path()
    {
        Worksheet sheet = Full(Estimator.Of("Web", Users), Estimator.Of("App", Scalar.One.Named("users")));
        ArgumentException problem = Assert.Throws<ArgumentException>("path", () => sheet["users"]);
        Assert.StartsWith("'users' names several results: 'Web / users', 'App / users'. Give the whole path, and estimators titles of their own.", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1000, sheet["Web / users"].BaseValue);
    }

    [Fact]
    public void Tiers_of_parts_of_parts_are_summed()
    {
        Worksheet sheet = Full(new Shop("a", 1.DollarsPerHour), new Group(new Shop("b", 2.DollarsPerHour), new Group(new Shop("c", null))));
        Assert.Equal(["a", "b", "c"], sheet.Tiers.Select(tier => tier.Name));
        Assert.Equal(3, sheet.Cost.DollarsPerHour, 1e-12);
        Assert.Equal("cost of all tiers", sheet.Cost.Name);
        Assert.Equal(["a", "b", "c"], sheet.Findings.Where(finding => finding.Code == FindingCodes.Consequence).Select(finding => finding.Message));
        Assert.Equal(0, new Worksheet("Empty").Cost.DollarsPerHour);
    }

    [Fact]
    public void Steps_and_parts_come_in_order()
    {
        Assert.Equal(["Clarify", "Frame", "Data", "Model", "Evaluate", "Serve", "Monitor"], new Worksheet("Empty").Steps.Select(step => step.Step));
        Estimator[] seven = [.. Enumerable.Range(1, 7).Select(i => Estimator.Of($"E{i}", Scalar.FromNumber(i).Named($"r{i}")))];
        var sheet = new Worksheet("Order") { Monitor = [seven[6]], Serve = [seven[5]], Evaluate = [seven[4]], Model = [seven[3]], Data = [seven[2]], Frame = [seven[1]], Clarify = [seven[0]], AsOf = new(2026, 11, 21) };
        Assert.Equal(seven, sheet.Parts);
        Assert.Equal(["r1", "r2", "r3", "r4", "r5", "r6", "r7"], sheet.Results.Select(result => result.Name));
        Assert.Equal(new DateOnly(2026, 11, 21), sheet.AsOf);
    }

    [Fact]
    public void Null_step_or_estimator_is_refused()
    {
        Assert.Throws<ArgumentNullException>("clarify", () => new Worksheet("x") { Clarify = null! });
        Assert.Throws<ArgumentNullException>("frame", () => new Worksheet("x") { Frame = null! });
        Assert.Throws<ArgumentNullException>("data", () => new Worksheet("x") { Data = null! });
        Assert.Throws<ArgumentNullException>("model", () => new Worksheet("x") { Model = null! });
        Assert.Throws<ArgumentNullException>("evaluate", () => new Worksheet("x") { Evaluate = null! });
        Assert.Throws<ArgumentNullException>("monitor", () => new Worksheet("x") { Monitor = null! });
        Assert.StartsWith("'serve' holds a null; leave the estimator out instead.", Assert.Throws<ArgumentException>("serve", () => new Worksheet("x") { Serve = [null!] }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("title", () => new Worksheet(" "));
        Assert.Throws<ArgumentNullException>("run", () => new Worksheet("x").FindingsIn(null!));
    }

    [Fact]
    public void Inputs_are_the_named_quantities_that_rest_on_no_other()
    {
        Scalar share = Scalar.FromNumber(0.3).Named("share").AsDefault("a book"), each = ((Scalar)(1, 2, 4) * 5).Named("each");
        Worksheet sheet = new("Design") { Clarify = [Estimator.Of("Web", (Users * share * each).Named("active"), (Users + each).Named("sum"))] };
        Assert.Equal(["users", "share", "each"], sheet.Inputs.Select(input => input.Name));
        Assert.Equal(["share"], sheet.Defaults.Select(input => input.Name));
        Assert.Same(sheet.Inputs, sheet.Inputs);
    }

    [Fact]
    public void What_rests_on_a_decision_is_no_input_but_its_need_is()
    {
        Scalar disks = ((Scalar)(1, 2, 4)).Named("need").ProvisionFor().Bought * 2;
        Worksheet sheet = new("Design") { Data = [Estimator.Of("Disks", disks.Named("disks"))] };
        Assert.Equal(["need"], sheet.Inputs.Select(input => input.Name));
    }

    [Fact]
    public void Input_behind_a_price_only_is_listed_too()
    {
        Worksheet sheet = Full(new Shop("a", 1.DollarsPerHour.Named("price")));
        Assert.Contains("price", sheet.Inputs.Select(input => input.Name));
    }

    [Fact]
    public void Equal_certain_inputs_of_one_name_are_listed_once_and_uncertain_ones_each()
    {
        Scalar again = Scalar.FromNumber(1000).Named("users"), other = Scalar.FromNumber(2000).Named("users");
        Scalar x = ((Scalar)(1, 2, 4)).Named("x"), y = ((Scalar)(1, 2, 4)).Named("x");
        Worksheet sheet = new("Design") { Clarify = [Estimator.Of("Web", (Users * again * other * x * y).Named("product"))] };
        Assert.Equal(["users", "users", "x", "x"], sheet.Inputs.Select(input => input.Name));
    }

    [Fact]
    public void Infeasible_result_is_an_error_with_its_reason()
    {
        Finding finding = Assert.Single(FindingsOf(FindingCodes.Infeasible, Estimator.Of("Web", Users, Quantity.Infeasible<Scalar>("overload").Named("machines"))));
        Assert.Equal((Severity.Error, "machines is infeasible: overload."), (finding.Severity, finding.Message));
        Assert.Equal("machines", finding.Subject?.Name);
        Assert.Empty(FindingsOf(FindingCodes.Infeasible, Estimator.Of("Web", Users)));
    }

    [Fact]
    public void Added_percentiles_are_a_warning()
    {
        Duration a = 30.Milliseconds.Marked(Aspect.Percentile(0.99)), b = 20.Milliseconds.Marked(Aspect.Percentile(0.99)), mean = 5.Milliseconds.Marked(Aspect.Mean);
        Finding finding = Assert.Single(FindingsOf(FindingCodes.PercentilesAdded, Estimator.Of("Path", (a + b * 2).Named("latency"))));
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal("Two latency percentiles are added (30 ms + 40 ms): the sum is not the percentile of the whole. Compose the stages as distributions.", finding.Message);
        Assert.Empty(FindingsOf(FindingCodes.PercentilesAdded, Estimator.Of("Plain", (3.Milliseconds + 4.Milliseconds).Named("plain"))));
        Duration marked = a.Marked(Aspect.ModelOnly);
        Assert.Single(FindingsOf(FindingCodes.PercentilesAdded, Estimator.Of("Model", (marked + marked * 2).Named("model latency"))));
        Assert.Empty(FindingsOf(FindingCodes.PercentilesAdded, Estimator.Of("Path", (a + mean).Named("x"), (mean + a).Named("y"), (a - b).Named("z"), Duration.Max(a, b).Named("m"))));
    }

    [Fact]
    public void Range_wider_than_thirty_times_is_a_warning()
    {
        Scalar wide = ((Scalar)(1, 31)).Named("wide"), narrow = ((Scalar)(10, 290)).Named("narrow"), signed = Uncertain.Normal(0, 5).AsScalar().Named("signed");
        Finding finding = Assert.Single(FindingsOf(FindingCodes.RangeTooWide, Estimator.Of("Web", (wide * narrow * signed).Named("product"))));
        Assert.Equal((Severity.Warning, "The range of 'wide' is 31 times wide; split it into parts you know better, or measure it.", "wide"), (finding.Severity, finding.Message, finding.Subject?.Name));
    }

    [Fact]
    public void Empty_step_is_a_note()
    {
        Assert.Empty(FindingsOf(FindingCodes.StepEmpty, Estimator.Of("Web", Users)));
        Finding[] empty = [.. new Worksheet("Empty").Findings];
        Assert.Equal(7, empty.Length);
        Assert.All(empty, finding => Assert.Equal((Severity.Note, FindingCodes.StepEmpty), (finding.Severity, finding.Code)));
        Assert.Equal("Step 'Clarify' has no estimator: say why it decides nothing, or add one.", empty[0].Message);
    }

    [Fact]
    public void Unconfirmed_defaults_are_one_note()
    {
        Scalar one = Scalar.FromNumber(2).Named("factor").AsDefault("a book"), two = 3.Seconds.Named("time").AsDefault("a page") / Duration.Second;
        Assert.Equal("1 default not confirmed: factor = 2.", Assert.Single(FindingsOf(FindingCodes.DefaultNotConfirmed, Estimator.Of("Web", one))).Message);
        Finding both = Assert.Single(FindingsOf(FindingCodes.DefaultNotConfirmed, Estimator.Of("Web", (one * two).Named("x"))));
        Assert.Equal((Severity.Note, "2 defaults not confirmed: factor = 2; time = 3 s."), (both.Severity, both.Message));
        Assert.Empty(FindingsOf(FindingCodes.DefaultNotConfirmed, Estimator.Of("Web", Users)));
    }

    [Fact]
    public void Nominal_outside_its_own_range_is_a_note()
    {
        Scalar product = Scalar.One;
        for (int i = 0; i < 60; i++)
            product *= Uncertain.Range(0.9, 1, 3).AsScalar();
        Scalar outside = product.Named("product"), inside = ((Scalar)(1, 2, 4)).Named("inside"), certain = Scalar.One.Named("one");
        Worksheet sheet = Full(Estimator.Of("Web", outside, inside, certain, Quantity.Infeasible<Scalar>("none").Named("none")));
        Finding finding = Assert.Single(sheet.FindingsIn(Simulation.Run(sheet.Results)));
        Assert.Equal((Severity.Note, FindingCodes.NominalOutsideRange, "product"), (finding.Severity, finding.Code, finding.Subject?.Name));
        Assert.StartsWith("'product' is ~1 at best guesses, outside its own range of ", finding.Message, StringComparison.Ordinal);
        Assert.Empty(sheet.FindingsIn(Simulation.Run([inside])));
    }

    [Fact]
    public void Nominal_at_an_end_of_its_range_is_none()
    {
        Scalar lowest = Uncertain.OneOf((1, 0.5), (2, 0.5)).AsScalar().Named("lowest"), highest = Uncertain.OneOf((1, 0.01), (2, 0.99)).AsScalar().Named("highest");
        Assert.Empty(FindingsInDraws(lowest, highest));
    }

    [Fact]
    public void Range_that_ends_in_infeasible_draws_is_not_compared()
    {
        Scalar load = Uncertain.Uniform(0, 1).AsScalar();
        Assert.Empty(FindingsInDraws((1 / (1 - load)).FeasibleWhen(load < 0.8, "overload").Named("machines")));
    }

    /// <summary>Each factor is 1 at best and more on average, so that nearly every draw of the product is above 2 while its nominal value of 1 is not.</summary>
    [Fact]
    public void Infeasible_nominal_is_not_compared_with_its_range()
    {
        Scalar product = Scalar.One;
        for (int i = 0; i < 60; i++)
            product *= Uncertain.Range(0.99, 1, 3).AsScalar();
        Assert.Empty(FindingsInDraws(product.FeasibleWhen(product > 2, "too few").Named("product")));
    }

    [Fact]
    public void Estimator_is_listed_once_with_its_first_step_and_parts_after_the_whole()
    {
        Estimator log = Estimator.Of("Log", Users), node = Estimator.Of("Node", Users);
        var tier = new Group(node, log);
        var sheet = new Worksheet("Design") { Data = [log], Serve = [tier, new Worksheet("Inner") { Serve = [node] }] };
        Assert.Equal([("Data", log), ("Serve", tier), ("Serve", node)], sheet.Estimators);
    }

    private static IReadOnlyList<Finding> FindingsInDraws(params IReadOnlyList<IQuantity> results)
    {
        Worksheet sheet = Full(Estimator.Of("Web", results));
        return sheet.FindingsIn(Simulation.Run(sheet.Results));
    }
}
