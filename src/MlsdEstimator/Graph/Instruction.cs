namespace MlsdEstimator;

/// <summary>One step of a <see cref="Tape"/>: an operation on up to three registers, or a function call on many.</summary>
internal sealed record Instruction
{
    public Operation Operation { get; init; }

    /// <summary>Called instead of the operation when not null.</summary>
    public IFunction? Function { get; init; }

    public required int[] Inputs { get; init; }

    /// <summary>One register, or one for each output of the function.</summary>
    public required int[] Results { get; init; }
}
