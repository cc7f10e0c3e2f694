namespace MlsdEstimator;

/// <summary>Gives every distinct value of a graph one number, in an order in which they can be computed. Constants have negative numbers.</summary>
/// <remarks>
/// Certain parts are constants, merged by value; an uncertain leaf is its object; operations are merged by operation and operands,
/// calls by function and inputs. A constant that a reading varies is kept apart from others of its value, and so is everything computed from it.
/// </remarks>
internal sealed class ValueNumbering
{
    private readonly IReadOnlySet<Node> varied;
    private readonly bool unrounded;
    private readonly Dictionary<Node, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, int> constantNumbers = [];
    private readonly Dictionary<(Operation Operation, int A, int B, int C), int> operationNumbers = [];
    private readonly Dictionary<CallKey, int[]> callNumbers = [];
    private readonly Dictionary<FunctionNode, int[]> calls = new(ReferenceEqualityComparer.Instance);

    /// <param name="roots">What to compute.</param>
    /// <param name="varied">Constants that a reading varies.</param>
    /// <param name="unrounded">Ceilings and floors are left out, so that there is a slope to follow.</param>
    public ValueNumbering(IReadOnlyList<Node> roots, IReadOnlySet<Node>? varied = null, bool unrounded = false)
    {
        this.varied = varied ?? new HashSet<Node>();
        this.unrounded = unrounded;
        foreach (Node node in GraphWalk.OperandsFirst(roots))
            Number(node);
        Outputs = [.. roots.Select(root => numbers[root])];
        DropDeadSteps();
    }

    public List<double> Constants { get; } = [];

    public List<Instruction> Steps { get; } = [];

    public int[] Outputs { get; }

    /// <summary>Numbers given to values that are not constants.</summary>
    public int Count { get; private set; }

    private void Number(Node node)
    {
        switch (node)
        {
            case AnnotatedNode annotated: numbers[node] = numbers[annotated.Inner]; break;
            case LeafNode: numbers[node] = NumberOfInput(node); break;
            case DecisionNode decision: numbers[node] = NumberOfConstant(decision.Nominal); break;
            case ConstantNode constant: numbers[node] = varied.Contains(node) ? NumberOfInput(node) : NumberOfConstant(constant.Nominal); break;
            case OperationNode { Operation: Operation.Ceiling or Operation.Floor } rounding when unrounded: numbers[node] = numbers[rounding.Operand(0)]; break;
            case OperationNode operation: numbers[node] = NumberOf(operation); break;
            case FunctionNode call: calls[call] = NumbersOf(call); break;
            case FunctionOutputNode output: numbers[node] = calls[output.Call][output.Output]; break;
            default: throw new InvalidOperationException($"No value number for {node.GetType().Name}.");
        }
    }

    /// <summary>What only a decision was decided from is not computed again.</summary>
    private void DropDeadSteps()
    {
        HashSet<int> needed = [.. Outputs];
        for (int step = Steps.Count - 1; step >= 0; step--)
        {
            if (Array.Exists(Steps[step].Results, needed.Contains))
                needed.UnionWith(Steps[step].Operands);
        }
        Steps.RemoveAll(step => !Array.Exists(step.Results, needed.Contains));
    }

    private int NumberOfInput(Node node)
    {
        Steps.Add(new Instruction { Input = node, Operands = [], Results = [Count] });
        return Count++;
    }

    private int NumberOfConstant(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        if (!constantNumbers.TryGetValue(bits, out int number))
        {
            constantNumbers[bits] = number = ~Constants.Count;
            Constants.Add(value);
        }
        return number;
    }

    private int NumberOf(OperationNode node)
    {
        int a = numbers[node.Operand(0)];
        int b = node.OperandCount > 1 ? numbers[node.Operand(1)] : int.MinValue;
        int c = node.OperandCount > 2 ? numbers[node.Operand(2)] : int.MinValue;
        int[] operands = node.OperandCount switch { 1 => [a], 2 => [a, b], _ => [a, b, c] };
        if (Array.TrueForAll(operands, IsConstant))
            return NumberOfConstant(node.Nominal);
        if (!operationNumbers.TryGetValue((node.Operation, a, b, c), out int number))
        {
            operationNumbers[(node.Operation, a, b, c)] = number = Count++;
            Steps.Add(new Instruction { Operation = node.Operation, Operands = operands, Results = [number] });
        }
        return number;
    }

    private int[] NumbersOf(FunctionNode node)
    {
        var operands = new int[node.OperandCount];
        for (int i = 0; i < operands.Length; i++)
            operands[i] = numbers[node.Operand(i)];
        if (Array.TrueForAll(operands, IsConstant))
            return Array.ConvertAll(node.NominalOutputs, NumberOfConstant);
        var key = new CallKey(node.Function, operands);
        if (!callNumbers.TryGetValue(key, out int[]? results))
        {
            callNumbers[key] = results = [.. Enumerable.Range(Count, node.Function.OutputCount)];
            Count += results.Length;
            Steps.Add(new Instruction { Function = node.Function, Operands = operands, Results = results });
        }
        return results;
    }

    private static bool IsConstant(int number) => number < 0;

    private readonly struct CallKey(IFunction function, int[] operands) : IEquatable<CallKey>
    {
        private readonly IFunction function = function;
        private readonly int[] operands = operands;

        public bool Equals(CallKey other) => function.Equals(other.function) && operands.AsSpan().SequenceEqual(other.operands);

        public override bool Equals(object? obj) => obj is CallKey other && Equals(other);

        public override int GetHashCode()
        {
            int hash = function.GetHashCode();
            foreach (int operand in operands)
                hash = HashCode.Combine(hash, operand);
            return hash;
        }
    }
}
