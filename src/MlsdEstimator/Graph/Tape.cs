namespace MlsdEstimator;

/// <summary>
/// A graph compiled to a flat list of instructions over registers: equal expressions merged, certain parts folded to constants, registers reused.
/// </summary>
/// <remarks>
/// Merging is exact value numbering (operation and operand numbers), so two formulas written apart become one where they say the same,
/// and x - x reads one register twice. Leaves are numbered by their object.
/// </remarks>
internal sealed class Tape
{
    private Tape(Instruction[] instructions, double[] constants, LeafNode[] leaves, int[] outputs, int registerCount)
    {
        (Instructions, Constants, Leaves, Outputs, RegisterCount) = (instructions, constants, leaves, outputs, registerCount);
    }

    public IReadOnlyList<Instruction> Instructions { get; }

    /// <summary>Values of the first registers.</summary>
    public double[] Constants { get; }

    /// <summary>The uncertain inputs, which fill the registers after the constants.</summary>
    public LeafNode[] Leaves { get; }

    /// <summary>Register of each root.</summary>
    public int[] Outputs { get; }

    public int RegisterCount { get; }

    public static Tape Compile(IReadOnlyList<Node> roots)
    {
        var numbering = new ValueNumbering(roots);
        int fixedCount = numbering.Constants.Count + numbering.Leaves.Count;
        var allocation = new RegisterAllocation(numbering, fixedCount);
        return new Tape(allocation.Instructions, [.. numbering.Constants], [.. numbering.Leaves], allocation.Outputs, allocation.RegisterCount);
    }
}
