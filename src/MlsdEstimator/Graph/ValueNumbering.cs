namespace MlsdEstimator;

/// <summary>Gives every distinct value of a graph one number: constants first, then leaves, then computed values in the order they can be computed.</summary>
internal sealed class ValueNumbering
{
    private readonly Dictionary<Node, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, int> constantNumbers = [];
    private readonly Dictionary<(Operation Operation, int A, int B, int C), int> operationNumbers = [];
    private readonly Dictionary<CallKey, int[]> callNumbers = [];
    private readonly Dictionary<FunctionNode, int[]> calls = new(ReferenceEqualityComparer.Instance);

    public ValueNumbering(IReadOnlyList<Node> roots)
    {
        List<Node> ordered = GraphWalk.OperandsFirst(roots);
        foreach (Node constant in roots.Concat(ordered.Where(node => !node.IsCertain).SelectMany(Operands)).Where(node => node.IsCertain))
            numbers[constant] = NumberOfConstant(constant.Nominal);
        foreach (LeafNode leaf in ordered.OfType<LeafNode>())
        {
            numbers[leaf] = Constants.Count + Leaves.Count;
            Leaves.Add(leaf);
        }
        Count = Constants.Count + Leaves.Count;
        foreach (Node node in ordered.Where(node => !node.IsCertain))
            Number(node);
        Outputs = [.. roots.Select(root => numbers[root])];
    }

    public List<double> Constants { get; } = [];

    public List<LeafNode> Leaves { get; } = [];

    /// <summary>Instructions over value numbers, in an order in which they can run.</summary>
    public List<Instruction> Steps { get; } = [];

    public int[] Outputs { get; }

    public int Count { get; private set; }

    /// <summary>Certain nodes are constants where an uncertain one reads them; below that nothing is computed again.</summary>
    private void Number(Node node)
    {
        if (numbers.ContainsKey(node))
            return;
        switch (node)
        {
            case AnnotatedNode annotated: numbers[node] = numbers[annotated.Inner]; break;
            case OperationNode operation: numbers[node] = NumberOf(operation); break;
            case FunctionNode call: calls[call] = NumbersOf(call); break;
            case FunctionOutputNode output: numbers[node] = calls[output.Call][output.Output]; break;
            default: throw new InvalidOperationException($"No value number for {node.GetType().Name}.");
        }
    }

    private static IEnumerable<Node> Operands(Node node) => Enumerable.Range(0, node.OperandCount).Select(node.Operand);

    private int NumberOfConstant(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        if (!constantNumbers.TryGetValue(bits, out int number))
        {
            constantNumbers[bits] = number = Constants.Count;
            Constants.Add(value);
        }
        return number;
    }

    private int NumberOf(OperationNode node)
    {
        int a = numbers[node.Operand(0)];
        int b = node.OperandCount > 1 ? numbers[node.Operand(1)] : -1;
        int c = node.OperandCount > 2 ? numbers[node.Operand(2)] : -1;
        if (!operationNumbers.TryGetValue((node.Operation, a, b, c), out int number))
        {
            operationNumbers[(node.Operation, a, b, c)] = number = Count++;
            int[] inputs = c >= 0 ? [a, b, c] : b >= 0 ? [a, b] : [a];
            Steps.Add(new Instruction { Operation = node.Operation, Inputs = inputs, Results = [number] });
        }
        return number;
    }

    private int[] NumbersOf(FunctionNode node)
    {
        int[] inputs = [.. Operands(node).Select(operand => numbers[operand])];
        var key = new CallKey(node.Function, inputs);
        if (!callNumbers.TryGetValue(key, out int[]? results))
        {
            callNumbers[key] = results = [.. Enumerable.Range(Count, node.Function.OutputCount)];
            Count += results.Length;
            Steps.Add(new Instruction { Function = node.Function, Inputs = inputs, Results = results });
        }
        return results;
    }

    private readonly struct CallKey(IFunction function, int[] inputs) : IEquatable<CallKey>
    {
        private readonly IFunction function = function;
        private readonly int[] inputs = inputs;

        public bool Equals(CallKey other) => function.Equals(other.function) && inputs.AsSpan().SequenceEqual(other.inputs);

        public override bool Equals(object? obj) => obj is CallKey other && Equals(other);

        public override int GetHashCode()
        {
            int hash = function.GetHashCode();
            foreach (int input in inputs)
                hash = HashCode.Combine(hash, input);
            return hash;
        }
    }
}
