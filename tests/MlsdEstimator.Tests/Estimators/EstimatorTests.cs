namespace MlsdEstimator.Tests;

public class EstimatorTests
{
    private sealed record Shelf : Estimator
    {
        public required Scalar Books { get; init; }

        public Scalar Twice => Result("twice", () => Books * 2);

        public Scalar Four => Result("four times", () => Twice + Twice);

        public override IReadOnlyList<IQuantity> Results => [Twice, Four];

        protected override IEnumerable<string> Contradictions
        {
            get
            {
                if (Books.Value > 10)
                    yield return "more than ten books";
                if (Books.Value > 20)
                    yield return $"twice is {Twice}";
            }
        }

        public Scalar NullFormula => Result<Scalar>("none", null!);

        public string Nothing => Remember<string>(null!);
    }

    private sealed record CopyOfNothing : Estimator
    {
        public CopyOfNothing()
            : base(null!)
        {
        }

        public override IReadOnlyList<IQuantity> Results => [];
    }

    [Fact]
    public void Result_is_made_once_and_named()
    {
        var shelf = new Shelf { Books = 3 };
        Assert.Same(shelf.Twice, shelf.Twice);
        Assert.Equal(("twice", 6, 12), (shelf.Twice.Name, shelf.Twice.Value, shelf.Four.Value));
        Assert.Equal(6, GraphWalk.OperandsFirst([shelf.Four.Node]).Count);
    }

    [Fact]
    public void Copy_starts_empty_and_shares_nothing()
    {
        var shelf = new Shelf { Books = 3 };
        Scalar before = shelf.Twice;
        Shelf copy = shelf with { Books = 5 }, same = shelf with { };
        Assert.Equal((10, 6), (copy.Twice.Value, shelf.Twice.Value));
        Assert.NotSame(before, same.Twice);
        Assert.Same(before, shelf.Twice);
        Assert.Equal(shelf, same);
        Assert.Equal(shelf.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(shelf, copy);
        Assert.NotEqual(shelf, shelf with { Title = "Other" });
    }

    [Fact]
    public void Estimator_equals_no_null_and_no_other_type()
    {
        Estimator shelf = new Shelf { Books = 3, Title = "Left" };
        Assert.False(shelf.Equals(null));
        Assert.False(shelf.Equals(Estimator.Of("Left", Scalar.FromNumber(3).Named("books"))));
    }

    [Fact]
    public void Copy_of_nothing_is_refused() => Assert.Throws<ArgumentNullException>("original", () => new CopyOfNothing());

    [Fact]
    public void Title_is_the_type_until_it_is_set()
    {
        Assert.Equal("Shelf", new Shelf { Books = 1 }.Title);
        Assert.Equal("Left", new Shelf { Books = 1, Title = "Left" }.Title);
        Assert.Equal("Left", (new Shelf { Books = 1, Title = "Left" } with { Books = 2 }).Title);
        Assert.Throws<ArgumentException>("title", () => new Shelf { Books = 1, Title = " " });
    }

    [Fact]
    public void Contradictions_are_reported_all_at_once_and_every_time()
    {
        var shelf = new Shelf { Books = 30, Title = "Left" };
        for (int read = 0; read < 2; read++)
        {
            EstimateException problem = Assert.Throws<EstimateException>(() => shelf.Four);
            Assert.Equal("The inputs of 'Left' contradict each other: more than ten books; twice is 60", problem.Message);
            Assert.Equal(["more than ten books", "twice is 60"], problem.Contradictions);
        }
        Assert.Equal(["more than ten books"], Assert.Throws<EstimateException>(() => new Shelf { Books = 15 }.Twice).Contradictions);
    }

    [Fact]
    public void Estimator_of_nothing_special_buys_and_finds_nothing()
    {
        var shelf = new Shelf { Books = 3 };
        Assert.Empty(shelf.Findings);
        Assert.Empty(shelf.Tiers);
        Assert.Empty(shelf.Parts);
        Assert.Throws<ArgumentNullException>("formula", () => shelf.NullFormula);
        Assert.Throws<ArgumentNullException>("make", () => shelf.Nothing);
    }

    [Fact]
    public void Result_is_made_once_by_many_threads()
    {
        var shelf = new Shelf { Books = 3 };
        Scalar[] read = new Scalar[64];
        Parallel.For(0, read.Length, i => read[i] = shelf.Four);
        Assert.All(read, one => Assert.Same(read[0], one));
    }

    [Fact]
    public void Loose_quantities_make_an_estimator()
    {
        Scalar hits = Scalar.FromNumber(3).Named("hits");
        var cache = Estimator.Of("Cache", hits, 2.Gigabytes.Named("size"));
        Assert.Equal("Cache", cache.Title);
        Assert.Equal([hits, 2.Gigabytes], cache.Results);
    }

    [Fact]
    public void Loose_quantities_need_a_title_and_names()
    {
        Assert.Throws<ArgumentException>("title", () => Estimator.Of(" ", Scalar.One.Named("x")));
        Assert.Throws<ArgumentException>("results", () => Estimator.Of("Cache"));
        Assert.Throws<ArgumentNullException>("results", () => Estimator.Of("Cache", Scalar.One.Named("x"), null!));
        ArgumentException nameless = Assert.Throws<ArgumentException>("results", () => Estimator.Of("Cache", Scalar.FromNumber(7)));
        Assert.StartsWith("A result of 'Cache' has no name (7); give it one with Named(\"...\").", nameless.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finding_reads_as_severity_code_and_message()
    {
        var finding = new Finding(Severity.Warning, FindingCodes.PeakRateInStorage, "give the average");
        Assert.Equal("warning MLSD002: give the average", finding.ToString());
        Assert.Null(finding.Subject);
    }

    [Fact]
    public void Codes_are_stable_and_different()
    {
        string[] codes = [.. typeof(FindingCodes).GetFields().Select(field => (string)field.GetValue(null)!).Order(StringComparer.Ordinal)];
        Assert.Equal(Enumerable.Range(1, codes.Length).Select(number => $"MLSD{number:000}"), codes);
    }
}
