namespace MlsdEstimator.Samples;

/// <summary>"result operator value", judged at nominal inputs. A result that is infeasible satisfies nothing.</summary>
internal sealed class Assertion
{
    /// <summary>Longer spellings first, so that "&lt;=" is not read as "&lt;".</summary>
    private static readonly string[] Operators = ["<=", ">=", "<", ">"];

    private readonly string text;
    private readonly IQuantity result;

    private Assertion(string text, IQuantity result, double limit, string comparison)
    {
        (this.text, this.result) = (text, result);
        Holds = result.IsFeasible && comparison switch
        {
            "<=" => result.BaseValue <= limit,
            ">=" => result.BaseValue >= limit,
            "<" => result.BaseValue < limit,
            _ => result.BaseValue > limit,
        };
    }

    public bool Holds { get; }

    public static Assertion Parse(string text, Worksheet sheet)
    {
        string? comparison = Operators.FirstOrDefault(candidate => text.Contains(candidate, StringComparison.Ordinal));
        if (comparison is null)
            throw new FormatException($"Cannot read the assertion \"{text}\"; write for example \"peak QPS <= 200k/s\".");
        string[] sides = text.Split(comparison, 2);
        IQuantity result = sheet[sides[0].Trim()];
        IQuantity limit = result.ParseAlike(sides[1].Trim());
        if (!limit.IsCertain)
            throw new FormatException($"The limit in the assertion \"{text}\" is a range; give one value.");
        return new Assertion(text, result, limit.BaseValue, comparison);
    }

    public override string ToString() => $"{(Holds ? "holds" : "VIOLATED")}: {text} (nominal {result})";
}
