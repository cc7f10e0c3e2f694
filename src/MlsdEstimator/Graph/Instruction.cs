namespace MlsdEstimator;

/// <summary>One step of a <see cref="Tape"/>: an input, an operation on up to three values, or a function call on many.</summary>
/// <remarks>Values are registers; a negative number ~i is constant i of the tape.</remarks>
internal sealed record Instruction
{
    public Operation Operation { get; init; }

    /// <summary>Called instead of the operation when not null.</summary>
    public IFunction? Function { get; init; }

    /// <summary>The input whose value this step fetches, when not null: an uncertain leaf, or a constant that a reading varies.</summary>
    public Node? Input { get; init; }

    public required int[] Operands { get; init; }

    /// <summary>One register, or one for each output of the function.</summary>
    public required int[] Results { get; init; }
}
