namespace MlsdEstimator;

/// <summary>
/// A graph compiled to a flat list of instructions over registers: equal expressions merged, certain parts folded to constants, registers reused.
/// </summary>
/// <remarks>
/// Merging is exact value numbering (operation and operand numbers), so two formulas written apart become one where they say the same,
/// and x - x reads one register twice.
/// </remarks>
internal sealed class Tape
{
    private Tape(double[] constants, RegisterAllocation allocation)
    {
        Constants = constants;
        Instructions = allocation.Instructions;
        Outputs = allocation.Outputs;
        RegisterCount = allocation.RegisterCount;
    }

    public double[] Constants { get; }

    public Instruction[] Instructions { get; }

    /// <summary>Register of each root, or ~i for constant i.</summary>
    public int[] Outputs { get; }

    public int RegisterCount { get; }

    /// <param name="roots">What to compute.</param>
    /// <param name="varied">Constants that the run is given values for.</param>
    /// <param name="unrounded">Leaves out ceilings and floors.</param>
    public static Tape Compile(IReadOnlyList<Node> roots, IReadOnlySet<Node>? varied = null, bool unrounded = false) => Of(new ValueNumbering(roots, varied, unrounded));

    /// <param name="numbering">The values to compute. Its steps are changed: afterwards they name registers of the tape.</param>
    public static Tape Of(ValueNumbering numbering) => new([.. numbering.Constants], new RegisterAllocation(numbering));
}
