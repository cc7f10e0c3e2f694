using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>Numbers nodes 0, 1, 2, ... in the order they are added. A hash table for one purpose: by reference, and without a comparer to call.</summary>
internal sealed class NodeIndex
{
    private const int FirstSize = 64;

    private readonly List<Node> nodes = [];

    /// <summary>Number + 1 of the node in each slot, 0 where there is none; a power of two of slots, at most half of them taken.</summary>
    private int[] slots = new int[FirstSize];

    public int Count => nodes.Count;

    public Node this[int number] => nodes[number];

    /// <summary>The number of a node that was added.</summary>
    public int this[Node node] => slots[Slot(node)] - 1;

    /// <summary>Adds a node unless it is there; true when it is new.</summary>
    public bool TryAdd(Node node, out int number)
    {
        int slot = Slot(node);
        number = slots[slot] - 1;
        if (number >= 0)
            return false;
        number = nodes.Count;
        slots[slot] = number + 1;
        nodes.Add(node);
        if (2 * nodes.Count > slots.Length)
            Grow();
        return true;
    }

    /// <summary>Where the node is, or where it would be.</summary>
    private int Slot(Node node)
    {
        int slot = RuntimeHelpers.GetHashCode(node) & (slots.Length - 1);
        while (slots[slot] != 0 && !ReferenceEquals(nodes[slots[slot] - 1], node))
            slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)slots.Length * 4)];
        for (int number = 0; number < nodes.Count; number++)
            slots[Slot(nodes[number])] = number + 1;
    }
}
