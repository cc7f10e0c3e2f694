using System.Reflection;

namespace MlsdEstimator;

/// <summary>Dated prices by name: of machines, storage, egress, serverless functions, key-value stores, tokens. Bundled ones, those of a file of yours, or both.</summary>
/// <remarks>Every price says region, currency, source and date; a worksheet tells the oldest date it rests on and warns past 180 days. docs/prices.md describes the file.</remarks>
/// <example>
/// <code>
/// PriceList prices = PriceList.Bundled.With(PriceList.Load("our-prices.json"));
/// Spend replica = prices.Machine("p5.48xlarge").OnDemandPerAccelerator!;   // $6.88/h
/// </code>
/// </example>
public sealed record PriceList
{
    private const string Resource = "MlsdEstimator.Catalog.prices.json";

    private static readonly Lazy<PriceList> Known = new(ReadBundled);

    /// <summary>Prices that come with the library, from public copies of price lists dated 2025-07 to 2026-11. Check them before you buy.</summary>
    public static PriceList Bundled => Known.Value;

    /// <summary>Machines by the hour.</summary>
    public IReadOnlyList<MachinePrice> Machines { get; init => field = [.. value]; } = [];

    /// <summary>Object and block storage.</summary>
    public IReadOnlyList<StoragePrice> Storage { get; init => field = [.. value]; } = [];

    /// <summary>Bytes that leave.</summary>
    public IReadOnlyList<EgressPrice> Egress { get; init => field = [.. value]; } = [];

    /// <summary>Functions by the call.</summary>
    public IReadOnlyList<ServerlessPrice> Serverless { get; init => field = [.. value]; } = [];

    /// <summary>Key-value stores by the request.</summary>
    public IReadOnlyList<KeyValuePrice> KeyValue { get; init => field = [.. value]; } = [];

    /// <summary>Hosted language models by the token.</summary>
    public IReadOnlyList<TokenPrice> Tokens { get; init => field = [.. value]; } = [];

    /// <summary>Prices from a file; see docs/prices.md for its schema.</summary>
    /// <param name="path">JSON file.</param>
    /// <exception cref="FormatException">The file is broken; the message gives file and JSON path. Nothing is half-loaded.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PriceList Load(string path)
    {
        string json = File.ReadAllText(Require.NotBlank(path, nameof(path)));
        try
        {
            return PriceFile.Read(json);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"Price file '{path}': {problem.Message}", problem);
        }
    }

    /// <summary>Prices from a text of the same schema.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">The text is broken; the message gives the JSON path.</exception>
    public static PriceList Parse(string json) => PriceFile.Read(Require.NotNull(json, nameof(json)));

    /// <summary>These prices, with those of another list in place of or beside them: one of the same name replaces.</summary>
    /// <param name="newer">Prices that come first.</param>
    public PriceList With(PriceList newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        return new PriceList
        {
            Machines = Merged(newer.Machines, Machines, price => price.Name),
            Storage = Merged(newer.Storage, Storage, price => price.Name),
            Egress = Merged(newer.Egress, Egress, price => price.Name),
            Serverless = Merged(newer.Serverless, Serverless, price => price.Name),
            KeyValue = Merged(newer.KeyValue, KeyValue, price => price.Name),
            Tokens = Merged(newer.Tokens, Tokens, price => price.Name),
        };
    }

    /// <summary>A machine by its name. Capitals do not matter.</summary>
    /// <param name="name">Name: "g5.xlarge".</param>
    /// <exception cref="ArgumentException">There is none; the message lists the nearest.</exception>
    public MachinePrice Machine(string name) => Find(Machines, price => price.Name, name, "machine");

    /// <summary>A storage class by its name. Capitals do not matter.</summary>
    /// <param name="name">Name: "S3 Standard".</param>
    /// <exception cref="ArgumentException">There is none; the message lists the nearest.</exception>
    public StoragePrice StorageOf(string name) => Find(Storage, price => price.Name, name, "storage class");

    /// <summary>A way out by its name. Capitals do not matter.</summary>
    /// <param name="name">Name: "AWS to the internet".</param>
    /// <exception cref="ArgumentException">There is none; the message lists the nearest.</exception>
    public EgressPrice EgressOf(string name) => Find(Egress, price => price.Name, name, "egress");

    /// <summary>A function service by its name. Capitals do not matter.</summary>
    /// <param name="name">Name: "AWS Lambda x86".</param>
    /// <exception cref="ArgumentException">There is none; the message lists the nearest.</exception>
    public ServerlessPrice ServerlessOf(string name) => Find(Serverless, price => price.Name, name, "serverless service");

    /// <summary>A key-value store by its name. Capitals do not matter.</summary>
    /// <param name="name">Name: "DynamoDB".</param>
    /// <exception cref="ArgumentException">There is none; the message lists the nearest.</exception>
    public KeyValuePrice KeyValueOf(string name) => Find(KeyValue, price => price.Name, name, "key-value store");

    /// <summary>A hosted language model by its name. Capitals do not matter.</summary>
    /// <param name="name">Name: "gpt-5".</param>
    /// <exception cref="ArgumentException">There is none; the message lists the nearest.</exception>
    public TokenPrice TokensOf(string name) => Find(Tokens, price => price.Name, name, "hosted model");

    private static T Find<T>(IReadOnlyList<T> prices, Func<T, string> nameOf, string name, string kind)
        where T : class
    {
        Require.NotBlank(name, nameof(name));
        return prices.FirstOrDefault(price => string.Equals(nameOf(price), name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no price of a {kind} '{name}'. Nearest: {NearestNames.Of(name, prices.Select(nameOf))}.", nameof(name));
    }

    private static IReadOnlyList<T> Merged<T>(IReadOnlyList<T> newer, IReadOnlyList<T> older, Func<T, string> nameOf) =>
        [.. newer, .. older.Where(price => !newer.Any(other => string.Equals(nameOf(other), nameOf(price), StringComparison.OrdinalIgnoreCase)))];

    private static PriceList ReadBundled()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
