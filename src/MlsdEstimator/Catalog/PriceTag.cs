namespace MlsdEstimator;

/// <summary>What no price is without: where it holds, in which currency it was asked for, who says so, and when.</summary>
/// <remarks>A price without a date is worth little: list prices of a machine fell by 44 % in a month (p5.48xlarge, June 2025), and tables with the old one are still copied.</remarks>
public sealed record PriceTag
{
    /// <summary>Region or market: "us-east-1".</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public required string Region { get; init => field = Require.NotBlank(value, "region"); }

    /// <summary>Currency of the source, three letters: "USD". Amounts are held in US dollars.</summary>
    /// <exception cref="ArgumentException">Not three capital letters.</exception>
    public required string Currency { get; init => field = Checked(value); }

    /// <summary>Page, table or quote.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public required string Source { get; init => field = Require.NotBlank(value, "source"); }

    /// <summary>Day on which the source said so; the first day of it where the source gives a month or a year.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>"data-receipts, us-east-1, USD".</summary>
    public override string ToString() => $"{Source}, {Region}, {Currency}";

    /// <summary>A price under a name, with all of this as its source in place of what it was called before.</summary>
    internal T On<T>(Quantity<T> price, string name)
        where T : Quantity<T>, IQuantity<T> => Quantity<T>.Create(Require.NotNull(price, name).Node.Bare).Named(name).Cited(ToString(), AsOf);

    private static string Checked(string currency) =>
        Require.NotBlank(currency, "currency") is { Length: 3 } code && code.All(char.IsAsciiLetterUpper)
            ? currency
            : throw new ArgumentException($"'currency' is '{currency}', but must be three capital letters, such as USD.", nameof(currency));
}
