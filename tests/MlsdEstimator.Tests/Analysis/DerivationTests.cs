namespace MlsdEstimator.Tests;

public class DerivationTests
{
    private static readonly Scalar A = Scalar.FromNumber(2).Named("a");
    private static readonly Scalar B = Scalar.FromNumber(3).Named("b");
    private static readonly Scalar C = Scalar.FromNumber(4).Named("c");

    private static Rate Peak()
    {
        Scalar users = 500.Million.Named("daily active users");
        Scalar perUser = 3.To(30, best: 10).Named("requests per user per day");
        Rate average = (users * perUser / Duration.Day).Named("average QPS");
        return (average * 2).Named("peak QPS");
    }

    [Fact]
    public void Text_explains_down_to_the_inputs() => Assert.Equal(
        """
        peak QPS = average QPS x 2 = ~116 k/s
          average QPS = daily active users x requests per user per day / 1 d = ~57.9 k/s
            daily active users = 500 M
            requests per user per day = ~10, 3 to 30 (90%)
        """.ReplaceLineEndings("\n"),
        Peak().Explain().ToString());

    [Fact]
    public void Markdown_is_a_nested_list() => Assert.Equal(
        """
        - peak QPS = average QPS x 2 = ~116 k/s
          - average QPS = daily active users x requests per user per day / 1 d = ~57.9 k/s
            - daily active users = 500 M
            - requests per user per day = ~10, 3 to 30 (90%)
        """.ReplaceLineEndings("\n"),
        Peak().Explain().ToMarkdown());

    [Fact]
    public void Mermaid_draws_named_quantities() => Assert.Equal(
        """
        flowchart LR
            n0["daily active users<br/>500 M"]
            n1["requests per user per day<br/>~10"]
            n2["average QPS<br/>~57.9 k/s"]
            n0 --> n2
            n1 --> n2
            n3["peak QPS<br/>~116 k/s"]
            n2 --> n3
        """.ReplaceLineEndings("\n"),
        Peak().Explain().ToMermaid());

    [Fact]
    public void Mermaid_escapes_what_would_end_a_label()
    {
        string chart = Scalar.One.Named("\"a\" < b & c > d").Explain().ToMermaid();
        Assert.Equal("flowchart LR\n    n0[\"&quot;a&quot; &lt; b &amp; c &gt; d<br/>1\"]", chart);
    }

    [Fact]
    public void Mermaid_boxes_an_unnamed_result_by_its_formula() =>
        Assert.Equal("flowchart LR\n    n0[\"a<br/>2\"]\n    n1[\"a x a<br/>4\"]\n    n0 --> n1", (A * A).Explain().ToMermaid());

    [Fact]
    public void Json_lists_every_step_once()
    {
        Scalar input = 3.To(30, best: 10).Named("x").Cited("a book", new DateOnly(2026, 5, 1)).Marked(Aspect.Peak);
        Assert.Equal(
            """
            [
              {
                "step": 0,
                "name": "x",
                "operation": "input",
                "operands": [],
                "formula": "3 to 30 (90%)",
                "nominal": 10,
                "unit": "",
                "text": "~10",
                "range": "3 to 30 (90%)",
                "source": "a book",
                "asOf": "2026-05-01",
                "isDefault": false,
                "aspects": [
                  "peak"
                ]
              },
              {
                "step": 1,
                "name": null,
                "operation": "x",
                "operands": [
                  0,
                  0
                ],
                "formula": "x x x",
                "nominal": 100,
                "unit": "",
                "text": "~100",
                "range": null,
                "source": null,
                "asOf": null,
                "isDefault": false,
                "aspects": [
                  "peak"
                ]
              }
            ]
            """.ReplaceLineEndings("\n"),
            (input * input).Explain().ToJson().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Json_has_null_for_an_infeasible_number() => Assert.Contains("\"nominal\": null", Quantity.Infeasible<Scalar>("overload").Explain().ToJson(), StringComparison.Ordinal);

    public static TheoryData<Scalar, string> Formulas { get; } = new()
    {
        { A + B + C, "a + b + c" },
        { A + (B + C), "a + (b + c)" },
        { A - (B - C), "a - (b - c)" },
        { A - B - C, "a - b - c" },
        { (A + B) * C, "(a + b) x c" },
        { A * B + C, "a x b + c" },
        { A / (B * C), "a / (b x c)" },
        { A / B / C, "a / b / c" },
        { A * (B / C), "a x (b / c)" },
        { -(A + B), "-(a + b)" },
        { -A, "-a" },
        { A.Pow(B + C), "a ^ (b + c)" },
        { (A * B).Pow(C), "(a x b) ^ c" },
        { Scalar.Max(A, B + C), "max(a, b + c)" },
        { Scalar.Min(A, B), "min(a, b)" },
        { A.Ceiling(), "ceiling(a)" },
        { A.Floor(), "floor(a)" },
        { (A + B).Exp(), "exp(a + b)" },
        { A.Log(), "ln(a)" },
        { A.Sqrt(), "sqrt(a)" },
        { Quantity.If<Scalar>((A > B).And(C >= B), A, B + C), "if a > b and c >= b then a else b + c" },
        { Quantity.If<Scalar>((A > B).Or(C > B).And(A > C), A, B), "if (a > b or c > b) and a > c then a else b" },
        { Quantity.If<Scalar>((A > B).Not(), A, B), "if not (a > b) then a else b" },
        { A.FeasibleWhen(A < B, "overload"), "if b > a then a else overload" },
        { Quantity.Table<Scalar, Scalar>(A + B, (0, 0), (9, 9)), "table(a + b)" },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Formula_has_brackets_only_where_needed(Scalar quantity, string formula) => Assert.Equal(formula, quantity.Explain().Formula);

    [Fact]
    public void Long_formula_is_cut()
    {
        Scalar sum = A;
        for (int i = 0; i < 100; i++)
            sum += 1;
        Assert.Equal(303, sum.Explain().Formula.Length);
        Assert.EndsWith(" + 1 + ...", sum.Explain().Formula, StringComparison.Ordinal);
    }

    [Fact]
    public void Second_name_reads_the_first()
    {
        Derivation load = Peak().Named("ranker load").Explain();
        Assert.Equal(("ranker load", "=", "peak QPS", "~116 k/s"), (load.Name, load.Operation, load.Formula, load.Value));
        Assert.StartsWith("ranker load = peak QPS = ~116 k/s\n  peak QPS = average QPS x 2", load.ToString(), StringComparison.Ordinal);
        Derivation copy = 3.To(30, best: 10).Named("x").Named("y").Explain();
        Assert.Equal("y = x = ~10\n  x = ~10, 3 to 30 (90%)", copy.ToString());
        Assert.Null(copy.Range);
    }

    [Fact]
    public void Sources_defaults_and_aspects_stand_behind_the_value()
    {
        Assert.Equal("a = 2 (book, 2026-05-01)", A.Cited("book", new DateOnly(2026, 5, 1)).Explain().ToString());
        Assert.Equal("a = 2 (default: book)", A.AsDefault("book").Explain().ToString());
        Assert.Equal("a = 2 [peak, counts requests] (page)", A.Cited("page").Marked(Aspect.Peak, Aspect.Counts("requests")).Explain().ToString());
    }

    [Fact]
    public void Infeasible_step_says_why()
    {
        Assert.Equal("x = infeasible: overload", Quantity.Infeasible<Scalar>("overload").Named("x").Explain().ToString());
        Derivation ratio = (A / (A - A).Named("zero")).Named("x").Explain();
        Assert.Equal("x = a / zero = infeasible\n  a = 2\n  zero = a - a = 0", ratio.ToString());
        Assert.Null(ratio.BaseValue);
    }

    [Fact]
    public void Shared_step_is_written_once()
    {
        Scalar shared = (A * B).Named("s");
        Assert.Equal("u = s + t = 24\n  s = a x b = 6\n    a = 2\n    b = 3\n  t = s x b = 18", (shared + (shared * B).Named("t")).Named("u").Explain().ToString());
    }

    [Fact]
    public void Step_tells_what_it_is()
    {
        Derivation peak = Peak().Explain();
        Assert.Equal(("peak QPS", "x", "/s", false, false), (peak.Name, peak.Operation, peak.BaseUnit, peak.IsCertain, peak.IsDefault));
        Assert.Equal(115740.74074074074, peak.BaseValue!.Value, 1e-9);
        Assert.Equal(["average QPS", null], peak.Operands.Select(operand => operand.Name));
        Assert.Equal("constant", peak.Operands[1].Operation);
        Assert.Equal("input", peak.Operands[0].Operands[0].Operands[1].Operation);
        Assert.Equal("3 to 30 (90%)", peak.Operands[0].Operands[0].Operands[1].Range);
        Assert.Null(peak.Range);
        Assert.Equal("3 to 30 (80%)", Uncertain.RangeAt(0.8, 3, 10, 30).AsScalar().Explain().Range);
    }

    [Fact]
    public void Explain_refuses_null() => Assert.Throws<ArgumentNullException>("quantity", () => ((IQuantity)null!).Explain());
}
