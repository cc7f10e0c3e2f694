using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class FuzzLaws
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(20_000).WithQuietOnSuccess(true);

    private const string Alphabet = "0123456789.,eE+-~$%/ \t kKMGTPBbisdhmnuwyµ'\"\0€٣";

    private static readonly Gen<char> Letter = Gen.Elements(Alphabet.ToCharArray());

    private static readonly string[] Pieces =
    [
        " to ", " best ", ", best ", " per ", "/", "$", "%", "~", "-", "1e308", "1,000", "5", "0", " ",
        "GB", "kB", "/s", "h", "min", "month", "USD", "M", "bn", "million",
    ];

    private static readonly string[] Valid =
    [
        "5 to 20 /s", "3 to 30, best 10 GB", "$0.023/GB/month", "3 h 20 min", "$1.2 to 3.4 M/month",
        "-$5", "12%", "1,000,000", "116k/s", "$0.40 per million",
    ];

    private static readonly Gen<string> Garbage = Letter.ArrayOf().Select(letters => new string(letters));

    private static readonly Gen<string> Assembled = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);

    private static readonly Gen<string> Unicode = Gen.Choose(0, 0xFFFF).ArrayOf().Select(codes => string.Concat(codes.Select(code => (char)code)));

    private static readonly Gen<string> Mutated =
        from text in Gen.Elements(Valid)
        from at in Gen.Choose(0, text.Length)
        from cut in Gen.Choose(0, 3)
        from piece in Gen.OneOf(Gen.Elements(Pieces), Letter.Select(letter => letter.ToString()), Gen.Constant(""))
        select text[..at] + piece + text[Math.Min(text.Length, at + cut)..];

    private static readonly Arbitrary<string> Texts = Arb.From(Gen.OneOf(Garbage, Assembled, Unicode, Mutated));

    private static readonly string[] SomeQuotients = ["Money/DataSize", "Spend/DataSize", "Money/Scalar", "Money/DataSize/Duration", "Rate/Spend"];

    private static readonly Arbitrary<Dimension> AnyDimension =
        Arb.From(Gen.Elements([.. DimensionCase.Simple.Concat(SomeQuotients).Select(DimensionCase.Named)]));

    [Fact]
    public void Parse_of_any_text_gives_a_sound_range_or_a_format_exception() => Prop.ForAll(AnyDimension, Texts, (dimension, text) =>
    {
        if (dimension.TryParse(text, out var range, out var error))
            return error.Length == 0 && Sound(dimension, range);

        return Assert.Throws<FormatException>(() => dimension.Parse(text)).Message == error && range == default;
    }).Check(Many);

    [Fact]
    public void Format_with_any_text_gives_a_text_or_a_format_exception() => Prop.ForAll(AnyDimension, Texts, (dimension, format) =>
    {
        try
        {
            return dimension.Format(0.25, format).Length > 0;
        }
        catch (FormatException problem)
        {
            return problem.Message.Contains("Known: ", StringComparison.Ordinal);
        }
    }).Check(Many);

    private static bool Sound(Dimension dimension, ParsedRange range)
    {
        var finite = double.IsFinite(range.Low) && double.IsFinite(range.Best) && double.IsFinite(range.High);
        var ordered = range.IsCertain ? range.Best == range.Low : range.Low > 0 && range.Low <= range.Best && range.Best <= range.High;
        return finite && ordered && range.High <= dimension.Ceiling;
    }
}
