using System.Runtime.InteropServices;

namespace MlsdEstimator;

/// <summary>Gives every distinct value of a graph one number, in an order in which they can be computed. Constants have negative numbers.</summary>
/// <remarks>
/// Certain parts are constants, merged by value; an uncertain leaf is its object; operations are merged by operation and operands,
/// calls by function and inputs. A constant that a reading varies is kept apart from others of its value, and so is everything computed from it.
/// </remarks>
internal sealed class ValueNumbering
{
    /// <summary>Stands for an operand that an operation does not take.</summary>
    public const int None = int.MinValue;

    private readonly IReadOnlySet<Node> varied;
    private readonly bool unrounded;
    private readonly NodeIndex index = new();

    /// <summary>Number of the value of each node of the index.</summary>
    private readonly int[] numbers;

    private readonly Dictionary<long, int> constantNumbers = [];
    private readonly Dictionary<OperationKey, int> operationNumbers;
    private readonly Dictionary<CallKey, int[]> callNumbers = [];
    private readonly Dictionary<FunctionNode, int[]> calls = new(ReferenceEqualityComparer.Instance);

    /// <param name="roots">What to compute.</param>
    /// <param name="varied">Constants that a reading varies.</param>
    /// <param name="unrounded">Ceilings and floors are left out, so that there is a slope to follow.</param>
    public ValueNumbering(IReadOnlyList<Node> roots, IReadOnlySet<Node>? varied = null, bool unrounded = false)
    {
        this.varied = varied ?? new HashSet<Node>();
        this.unrounded = unrounded;
        List<int> ordered = GraphWalk.OperandsFirst(roots, index);
        numbers = new int[index.Count];
        operationNumbers = new Dictionary<OperationKey, int>(index.Count);
        foreach (int node in ordered)
            numbers[node] = Number(index[node]);
        Outputs = [.. roots.Select(NumberOf)];
        DropDeadSteps();
    }

    public List<double> Constants { get; } = [];

    public List<Instruction> Steps { get; } = [];

    public int[] Outputs { get; private set; }

    /// <summary>Numbers given to values that are not constants.</summary>
    public int Count { get; private set; }

    /// <summary>The constant behind a number; null for values that are not constants.</summary>
    public double? ConstantOf(int number) => IsConstant(number) ? Constants[~number] : null;

    /// <summary>The number of an operation on values that have one; operands that it does not take are <see cref="None"/>.</summary>
    public int NumberOf(Operation operation, int a, int b, int c)
    {
        if (IsConstant(a) && IsConstant(b) && IsConstant(c))
            return NumberOf(Arithmetic.Evaluate(operation, Constants[~a], b == None ? 0 : Constants[~b], c == None ? 0 : Constants[~c]));
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(operationNumbers, new OperationKey(operation, a, b, c), out bool isKnown);
        if (!isKnown)
        {
            number = Count++;
            Steps.Add(new Instruction { Operation = operation, Operands = b == None ? [a] : c == None ? [a, b] : [a, b, c], Results = [number] });
        }
        return number;
    }

    /// <summary>The number of a constant, merged with others of its value.</summary>
    public int NumberOf(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        if (!constantNumbers.TryGetValue(bits, out int number))
        {
            constantNumbers[bits] = number = ~Constants.Count;
            Constants.Add(value);
        }
        return number;
    }

    /// <summary>Computes these values in place of the outputs so far.</summary>
    public void Output(IEnumerable<int> numbers)
    {
        Outputs = [.. numbers];
        DropDeadSteps();
    }

    private int NumberOf(Node node) => numbers[index[node]];

    private int Number(Node node)
    {
        switch (node)
        {
            case AnnotatedNode annotated: return NumberOf(annotated.Inner);
            case LeafNode: return NumberOfInput(node);
            case DecisionNode decision: return NumberOf(decision.Nominal);
            case ConstantNode constant: return varied.Contains(node) ? NumberOfInput(node) : NumberOf(constant.Nominal);
            case OperationNode { Operation: Operation.Ceiling or Operation.Floor } rounding when unrounded: return NumberOf(rounding.Operand(0));
            case OperationNode operation: return NumberOf(operation);
            case FunctionNode call:
                calls[call] = NumbersOf(call);
                return 0;
            case FunctionOutputNode output: return calls[output.Call][output.Output];
            default: throw new InvalidOperationException($"No value number for {node.GetType().Name}.");
        }
    }

    /// <summary>What only a decision was decided from is not computed again.</summary>
    private void DropDeadSteps()
    {
        var needed = new bool[Count];
        Need(Outputs, needed);
        for (int step = Steps.Count - 1; step >= 0; step--)
        {
            if (IsNeeded(Steps[step], needed))
                Need(Steps[step].Operands, needed);
        }
        Steps.RemoveAll(step => !IsNeeded(step, needed));
    }

    private static bool IsNeeded(Instruction step, bool[] needed)
    {
        foreach (int result in step.Results)
        {
            if (needed[result])
                return true;
        }
        return false;
    }

    private static void Need(int[] values, bool[] needed)
    {
        foreach (int value in values)
        {
            if (!IsConstant(value))
                needed[value] = true;
        }
    }

    private int NumberOfInput(Node node)
    {
        Steps.Add(new Instruction { Input = node, Operands = [], Results = [Count] });
        return Count++;
    }

    private int NumberOf(OperationNode node)
    {
        int count = node.OperandCount, a = NumberOf(node.Operand(0)), b = count > 1 ? NumberOf(node.Operand(1)) : None, c = count > 2 ? NumberOf(node.Operand(2)) : None;
        return IsConstant(a) && IsConstant(b) && IsConstant(c) ? NumberOf(node.Nominal) : NumberOf(node.Operation, a, b, c);
    }

    private int[] NumbersOf(FunctionNode node)
    {
        var operands = new int[node.OperandCount];
        for (int i = 0; i < operands.Length; i++)
            operands[i] = NumberOf(node.Operand(i));
        if (Array.TrueForAll(operands, IsConstant))
            return Array.ConvertAll(node.NominalOutputs, NumberOf);
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

    /// <summary>An operation and the numbers of its operands.</summary>
    private readonly struct OperationKey(Operation operation, int a, int b, int c) : IEquatable<OperationKey>
    {
        private readonly ulong operands = ((ulong)(uint)a << 32) | (uint)b;
        private readonly ulong rest = ((ulong)operation << 32) | (uint)c;

        public bool Equals(OperationKey other) => operands == other.operands && rest == other.rest;

        public override bool Equals(object? obj) => obj is OperationKey other && Equals(other);

        /// <summary>Multiplicative hashing (Knuth 6.4): the high half of the product depends on every digit.</summary>
        public override int GetHashCode() => (int)((operands * 0x9E3779B97F4A7C15 + rest * 0xC2B2AE3D27D4EB4F) >> 32);
    }

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
