using System.Diagnostics.CodeAnalysis;

namespace MlsdEstimator;

/// <content>Text out and in. Always in invariant culture: the format provider is accepted and ignored.</content>
public abstract partial class Quantity<TSelf>
{
    /// <summary>The nominal value at three digits with a fitting unit; "~" before it when it is not certain.</summary>
    public sealed override string ToString() => ToString("G", null);

    /// <summary>The value in a format.</summary>
    /// <param name="format">
    /// <c>G</c>: three digits and a fitting unit. <c>G1</c>, <c>G2</c>: one or two digits, for a whiteboard. <c>R</c>: exact, reads back to the same value. A unit such as <c>GiB</c>: three digits in that unit.
    /// </param>
    /// <exception cref="FormatException">The format is none of these.</exception>
    public string ToString(string? format) => ToString(format, null);

    /// <inheritdoc cref="ToString(string?)"/>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        if (!IsFeasible)
            return Infeasibility.Word(Node);
        if (format == "R" && LeafText.Of(Node) is string range)
            return range;
        string text = Node.Dimension.Format(Node.Nominal, format);
        return IsCertain ? text : "~" + text;
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = ToString(format.ToString(), provider);
        bool fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    /// <summary>
    /// Reads a value such as "70.4 GB" or a range such as "5 to 20 GB" or "5 to 20, best 8 GB". Strict and case-sensitive: Gb is bits, GB bytes.
    /// </summary>
    /// <param name="s">Text.</param>
    /// <exception cref="FormatException">The text is not such a value; the message says what was expected and the nearest unit.</exception>
    public static TSelf Parse(string s) => Parse(s, null);

    /// <inheritdoc cref="Parse(string)"/>
    public static TSelf Parse(string s, IFormatProvider? provider)
    {
        if (s is null)
            throw new FormatException($"No text given where a {TSelf.Dimension.Name} is expected.");
        return FromText(TSelf.Dimension.Parse(s));
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static TSelf Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <summary>Reads a value, if the text is one.</summary>
    /// <param name="s">Text.</param>
    /// <param name="result">The value, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out TSelf result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result)
    {
        result = s is not null && TSelf.Dimension.TryParse(s, out ParsedRange range, out _) ? FromText(range) : null;
        return result is not null;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result) =>
        TryParse(s.ToString(), provider, out result);

    private static TSelf FromText(ParsedRange range)
    {
        TSelf best = Create(new ConstantNode(TSelf.Dimension, range.Best));
        return range.IsCertain ? best : best.Between(range.Low, range.Best, range.High);
    }
}
