namespace MlsdEstimator;

/// <summary>An <see cref="Operation"/> on one to three operands.</summary>
internal sealed class OperationNode : Node
{
    private readonly Node first;
    private readonly Node? second;
    private readonly Node? third;

    public OperationNode(Dimension dimension, Operation operation, Node a)
        : base(dimension, Arithmetic.Evaluate(operation, a.Nominal), a.IsCertain)
    {
        (Operation, first) = (operation, a);
    }

    public OperationNode(Dimension dimension, Operation operation, Node a, Node b)
        : base(dimension, Arithmetic.Evaluate(operation, a.Nominal, b.Nominal), a.IsCertain && b.IsCertain)
    {
        (Operation, first, second) = (operation, a, b);
    }

    public OperationNode(Dimension dimension, Operation operation, Node a, Node b, Node c)
        : base(dimension, Arithmetic.Evaluate(operation, a.Nominal, b.Nominal, c.Nominal), a.IsCertain && b.IsCertain && c.IsCertain)
    {
        (Operation, first, second, third) = (operation, a, b, c);
    }

    public Operation Operation { get; }

    public override int OperandCount => third is not null ? 3 : second is not null ? 2 : 1;

    public override Node Operand(int index) => index switch
    {
        0 => first,
        1 when second is not null => second,
        2 when third is not null => third,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };
}
