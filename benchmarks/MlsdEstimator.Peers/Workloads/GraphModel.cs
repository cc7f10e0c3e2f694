namespace MlsdEstimator.Peers;

/// <summary>Graphs of sums and products over inputs near 1. An even node is an average, an odd one a product.</summary>
internal sealed class GraphModel
{
    /// <summary>Nodes of W4.</summary>
    public const int WorkloadNodes = 200;

    private const int Inputs = 64;

    /// <summary>How far back the first operand of a wide graph reaches: its depth is then about nodes / 32, as in a worksheet.</summary>
    private const int Window = 64;

    private ulong state = 12345;

    private GraphModel(int nodes, bool isChain)
    {
        Operands = [.. Enumerable.Range(0, Inputs).Select(_ => Uncertain.LogNormal(1, 0.1).AsScalar())];
        var values = new List<Scalar>(Operands) { Capacity = Inputs + nodes };
        var isRead = new bool[Inputs + nodes];
        for (int node = 0; node < nodes; node++)
        {
            int second = (int)(Next() % Inputs);
            int first = isChain ? (node == 0 ? 0 : values.Count - 1) : values.Count - 1 - (int)(Next() % Window);
            isRead[first] = true;
            values.Add(node % 2 == 0 ? 0.5 * (values[first] + values[second]) : values[first] * values[second]);
        }
        Outputs = [.. Enumerable.Range(Inputs, nodes).Where(node => !isRead[node]).Select(node => values[node])];
    }

    public IReadOnlyList<Scalar> Operands { get; }

    /// <summary>Every value that no other node reads: no node is dead.</summary>
    public IReadOnlyList<Scalar> Outputs { get; }

    /// <summary>W4: each node reads the one before it.</summary>
    public static GraphModel Chain(int nodes) => new(nodes, isChain: true);

    /// <summary>Each node reads one of the 64 before it.</summary>
    public static GraphModel Wide(int nodes) => new(nodes, isChain: false);

    /// <summary>SplitMix64, which every program writes in three lines: all build the same graph.</summary>
    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
