namespace MlsdEstimator;

/// <summary>Lays two graphs over each other, without recursion, each pair of nodes once. Names and sources are transparent, so that adding one changes nothing.</summary>
/// <param name="changes">Inputs that change, when both graphs are one; null when the second has its own inputs.</param>
internal sealed class PairWalk(IReadOnlyDictionary<Node, InputChange>? changes)
{
    /// <summary>Where the two are built differently.</summary>
    private const int Different = -1;

    private readonly ModelPairBuilder model = new();
    private readonly Dictionary<(Node Before, Node After), int> numbers = [];

    /// <summary>The two as one model, or null when they are built differently outside every quantity that has a name in both.</summary>
    public ModelPair? Of(Node before, Node after)
    {
        var pending = new Stack<(Node Before, Node After, int Next)>([(before, after, 0)]);
        while (pending.TryPop(out (Node Before, Node After, int Next) top))
            Advance(top.Before, top.After, top.Next, pending);
        return numbers[(before, after)] is >= 0 and int root ? model.Build(root) : null;
    }

    private void Advance(Node before, Node after, int next, Stack<(Node Before, Node After, int Next)> pending)
    {
        if (next == 0 && numbers.ContainsKey((before, after)))
            return;
        if (next < PairsBelow(before, after))
        {
            (Node one, Node other) = Below(before, after, next);
            pending.Push((before, after, next + 1));
            pending.Push((one, other, 0));
        }
        else
        {
            numbers[(before, after)] = Number(before, after);
        }
    }

    /// <summary>How many pairs of operands have to be laid over each other first: none at inputs, at what is one node in both, and where the two differ.</summary>
    private int PairsBelow(Node before, Node after)
    {
        if (AreInputs(before, after) || (changes is null && ReferenceEquals(before, after)))
            return 0;
        return before is AnnotatedNode || after is AnnotatedNode ? 1 : IsAlike(before, after) ? before.OperandCount : 0;
    }

    private static (Node Before, Node After) Below(Node before, Node after, int next) =>
        before is AnnotatedNode || after is AnnotatedNode
            ? ((before as AnnotatedNode)?.Inner ?? before, (after as AnnotatedNode)?.Inner ?? after)
            : (before.Operand(next), after.Operand(next));

    /// <summary>Both do the same with as many operands.</summary>
    private static bool IsAlike(Node before, Node after) => (before, after) switch
    {
        (OperationNode one, OperationNode other) => one.Operation == other.Operation,
        (FunctionOutputNode one, FunctionOutputNode other) => one.Output == other.Output,
        (FunctionNode one, FunctionNode other) => one.Function.Equals(other.Function) && one.OperandCount == other.OperandCount,
        _ => false,
    };

    private int Number(Node before, Node after)
    {
        int number = AreInputs(before, after) ? Input(before, after)
            : changes is null && ReferenceEquals(before, after) ? model.Constant(before.Nominal)
            : before is AnnotatedNode || after is AnnotatedNode ? numbers[Below(before, after, 0)]
            : IsAlike(before, after) ? Combined(before, after) : Different;
        return number == Different && NameOf(before) is string name && name == NameOf(after)
            ? model.Player($"{name} (its formula changed)", before, after)
            : number;
    }

    private int Combined(Node before, Node after)
    {
        int[] operands = [.. Enumerable.Range(0, before.OperandCount).Select(i => numbers[(before.Operand(i), after.Operand(i))])];
        return Array.Exists(operands, operand => operand == Different) ? Different : model.Add(before switch
        {
            OperationNode operation => new ModelPair.Step { Operation = operation.Operation, Operands = operands },
            FunctionOutputNode output => new ModelPair.Step { Output = output.Output, Operands = operands },
            _ => new ModelPair.Step { Function = ((FunctionNode)before).Function, Operands = operands },
        });
    }

    private int Input(Node before, Node after)
    {
        if (changes is not null)
            return changes.TryGetValue(before.Bare, out InputChange? change) ? model.Player(change) : model.Constant(before.Nominal);
        return before.Nominal.Equals(after.Nominal) ? model.Constant(before.Nominal) : model.Player(NameOf(after) ?? NameOf(before), before, after);
    }

    private bool AreInputs(Node before, Node after) => IsInput(before) && IsInput(after);

    /// <summary>A leaf, a number, a decision; between two builds also a named one times a unit, which people know by its name.</summary>
    private bool IsInput(Node node) => node.Bare switch
    {
        LeafNode or ConstantNode or DecisionNode => true,
        OperationNode { Operation: Operation.Multiply or Operation.Divide } scaled when changes is null && NameOf(node) is not null =>
            (scaled.Operand(0), scaled.Operand(1)) is (LeafNode or ConstantNode, ConstantNode) or (ConstantNode, LeafNode),
        _ => false,
    };

    private static string? NameOf(Node node) => (node as AnnotatedNode)?.Annotation.Name;
}
