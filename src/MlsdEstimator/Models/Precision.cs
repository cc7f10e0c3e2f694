using System.Diagnostics.CodeAnalysis;

namespace MlsdEstimator;

/// <summary>The numbers a device multiplies: its peak is stated for each. How weights are stored is a <see cref="StorageFormat"/>.</summary>
public sealed record Precision
{
    private Precision(string name, int bits)
    {
        Name = name;
        Bits = bits;
    }

    /// <summary>32-bit floating point.</summary>
    public static Precision Fp32 { get; } = new("fp32", 32);

    /// <summary>32-bit numbers, multiplied in 19 bits: tensor cores on 32-bit weights.</summary>
    public static Precision Tf32 { get; } = new("tf32", 32);

    /// <summary>16-bit floating point, added up in 32 bits.</summary>
    public static Precision Fp16 { get; } = new("fp16", 16);

    /// <summary>16-bit floating point with the exponent of 32 bits.</summary>
    public static Precision Bf16 { get; } = new("bf16", 16);

    /// <summary>8-bit floating point.</summary>
    public static Precision Fp8 { get; } = new("fp8", 8);

    /// <summary>8-bit integers.</summary>
    public static Precision Int8 { get; } = new("int8", 8);

    /// <summary>4-bit floating point.</summary>
    public static Precision Fp4 { get; } = new("fp4", 4);

    /// <summary>4-bit integers.</summary>
    public static Precision Int4 { get; } = new("int4", 4);

    /// <summary>All of them, widest first.</summary>
    public static IReadOnlyList<Precision> All { get; } = [Fp32, Tf32, Fp16, Bf16, Fp8, Int8, Fp4, Int4];

    /// <summary>Name in small letters: "int8".</summary>
    public string Name { get; }

    /// <summary>Bits of one operand.</summary>
    public int Bits { get; }

    /// <summary>Reads a name such as "int8"; capitals do not matter.</summary>
    /// <param name="s">Name.</param>
    /// <exception cref="FormatException">There is no such precision; the message lists the nearest.</exception>
    public static Precision Parse(string s) =>
        TryParse(s, out Precision? precision)
            ? precision
            : throw new FormatException($"'{s}' is not a precision. Nearest: {NearestNames.Of(s ?? "", All.Select(one => one.Name))}.");

    /// <summary>Reads a name, if it is one.</summary>
    /// <param name="s">Name.</param>
    /// <param name="result">The precision, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out Precision? result)
    {
        result = All.FirstOrDefault(one => one.Name.Equals(s, StringComparison.OrdinalIgnoreCase));
        return result is not null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
