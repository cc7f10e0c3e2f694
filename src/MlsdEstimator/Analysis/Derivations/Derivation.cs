namespace MlsdEstimator;

/// <summary>
/// How a quantity came about: one step of its calculation, with the steps it reads. A read-only graph; steps that several others read are shared.
/// </summary>
/// <remarks>
/// A step is a named quantity, an input, or an operation. Operations without a name between two named quantities are written into one formula.
/// </remarks>
/// <example>
/// <code>
/// Console.WriteLine(peak.Explain());
/// // peak QPS = average QPS x 2 = ~116 k/s
/// //   average QPS = daily active users x requests per user per day / 1 d = ~57.9 k/s
/// </code>
/// </example>
public sealed class Derivation
{
    private readonly Node node;

    internal Derivation(Node node, IReadOnlyList<Derivation> operands, IReadOnlyList<Aspect> aspects)
    {
        (this.node, Operands, Aspects) = (node, operands, aspects);
        Operation = StepFormula.OperationOf(node);
        Formula = StepFormula.Of(node, operands);
    }

    /// <summary>Name of the quantity, or null for a step of a formula.</summary>
    public string? Name => Annotation?.Name;

    /// <summary>Where the number comes from, or null.</summary>
    public string? Source => Annotation?.Source;

    /// <summary>Date of the source, or null.</summary>
    public DateOnly? AsOf => Annotation?.AsOf;

    /// <summary>True for a value the library supplies and nobody replaced.</summary>
    public bool IsDefault => Annotation?.IsDefault ?? false;

    /// <summary>What is done with the operands: "+", "x", "/", "max", the name of a function; "input" and "constant" have none, "=" is a second name.</summary>
    public string Operation { get; }

    /// <summary>The steps this one reads, in the order of the formula.</summary>
    public IReadOnlyList<Derivation> Operands { get; }

    /// <summary>The right-hand side: names, constants and operators; an input says its range.</summary>
    public string Formula { get; }

    /// <summary>Nominal value as text with its unit; "infeasible" where there is none.</summary>
    public string Value => node.IsFeasible ? (node.IsCertain ? "" : "~") + node.Dimension.Format(node.Nominal, "G") : Infeasibility.Word(node);

    /// <summary>Nominal value in base units, or null when infeasible.</summary>
    public double? BaseValue => node.IsFeasible ? node.Nominal : null;

    /// <summary>Symbol of the base unit.</summary>
    public string BaseUnit => node.Dimension.Base.Symbol;

    /// <summary>The range an uncertain input was given, as text; null for everything else.</summary>
    public string? Range => node.Bare is LeafNode leaf && Operation == "input" ? StepFormula.RangeOf(leaf) : null;

    /// <summary>What an uncertain input is correlated with, as text: "correlated 0.6 with daily active users"; null for everything else.</summary>
    public string? Correlation =>
        node.Bare is LeafNode { Score.Stated: [_, ..] stated } && Operation == "input" ? $"correlated {string.Join(", ", stated)}" : null;

    /// <summary>What the number stands for beyond its unit.</summary>
    public IReadOnlyList<Aspect> Aspects { get; }

    /// <summary>True when no uncertain input lies below this step.</summary>
    public bool IsCertain => node.IsCertain;

    /// <summary>True for a step with a name: a line of its own in every text form.</summary>
    internal bool IsLine => Name is not null;

    private Annotation? Annotation => (node as AnnotatedNode)?.Annotation;

    /// <summary>The derivation as an indented text, each named quantity explained once.</summary>
    public override string ToString() => DerivationText.Indented(this);

    /// <summary>The derivation as a Markdown list.</summary>
    public string ToMarkdown() => DerivationText.Markdown(this);

    /// <summary>The derivation as a Mermaid flow chart of its named quantities.</summary>
    public string ToMermaid() => DerivationMermaid.Of(this);

    /// <summary>The derivation as JSON: an array of steps, operands before the steps that read them, referring to each other by index.</summary>
    public string ToJson() => DerivationJson.Of(this);
}
