namespace MlsdEstimator;

/// <content>Several inputs with all correlations between them.</content>
public abstract partial class Uncertain
{
    /// <summary>Two inputs that move together, in the order given.</summary>
    /// <inheritdoc cref="Joint(IReadOnlyList{IQuantity}, double[,], bool)"/>
    public static (T1 First, T2 Second) Joint<T1, T2>(Quantity<T1> first, Quantity<T2> second, double[,] correlations, bool takeNearest = false)
        where T1 : Quantity<T1>, IQuantity<T1>
        where T2 : Quantity<T2>, IQuantity<T2>
    {
        IReadOnlyList<IQuantity> joint = Joint([first, second], correlations, takeNearest);
        return ((T1)joint[0], (T2)joint[1]);
    }

    /// <summary>Three inputs that move together, in the order given.</summary>
    /// <inheritdoc cref="Joint(IReadOnlyList{IQuantity}, double[,], bool)"/>
    /// <example><code>
    /// (Scalar users, Scalar perUser, DataSize row) = Uncertain.Joint(
    ///     300.Million.To(700.Million).Named("users"), 3.To(30, best: 10).Named("requests per user"), 300.Bytes.To(2.Kilobytes).Named("row size"),
    ///     new[,] { { 1, 0.6, 0 }, { 0.6, 1, 0.3 }, { 0, 0.3, 1 } });
    /// </code></example>
    public static (T1 First, T2 Second, T3 Third) Joint<T1, T2, T3>(
        Quantity<T1> first, Quantity<T2> second, Quantity<T3> third, double[,] correlations, bool takeNearest = false)
        where T1 : Quantity<T1>, IQuantity<T1>
        where T2 : Quantity<T2>, IQuantity<T2>
        where T3 : Quantity<T3>, IQuantity<T3>
    {
        IReadOnlyList<IQuantity> joint = Joint([first, second, third], correlations, takeNearest);
        return ((T1)joint[0], (T2)joint[1], (T3)joint[2]);
    }

    /// <summary>Four inputs that move together, in the order given.</summary>
    /// <inheritdoc cref="Joint(IReadOnlyList{IQuantity}, double[,], bool)"/>
    public static (T1 First, T2 Second, T3 Third, T4 Fourth) Joint<T1, T2, T3, T4>(
        Quantity<T1> first, Quantity<T2> second, Quantity<T3> third, Quantity<T4> fourth, double[,] correlations, bool takeNearest = false)
        where T1 : Quantity<T1>, IQuantity<T1>
        where T2 : Quantity<T2>, IQuantity<T2>
        where T3 : Quantity<T3>, IQuantity<T3>
        where T4 : Quantity<T4>, IQuantity<T4>
    {
        IReadOnlyList<IQuantity> joint = Joint([first, second, third, fourth], correlations, takeNearest);
        return ((T1)joint[0], (T2)joint[1], (T3)joint[2], (T4)joint[3]);
    }

    /// <summary>Any number of inputs of one type that move together, in the order given.</summary>
    /// <inheritdoc cref="Joint(IReadOnlyList{IQuantity}, double[,], bool)"/>
    public static IReadOnlyList<T> Joint<T>(IReadOnlyList<Quantity<T>> inputs, double[,] correlations, bool takeNearest = false)
        where T : Quantity<T>, IQuantity<T> => [.. Joint((IReadOnlyList<IQuantity>)inputs, correlations, takeNearest).Cast<T>()];

    /// <summary>Any number of inputs that move together, in the order given; each keeps its distribution, name, source and type.</summary>
    /// <remarks>
    /// The correlations are those of standard-normal scores (a Gaussian copula): what each input can be does not change. The inputs returned are new unknowns;
    /// those given stay independent.
    /// </remarks>
    /// <param name="inputs">Uncertain inputs, each once, none correlated before.</param>
    /// <param name="correlations">A full correlation matrix in the order of the inputs: symmetric, 1 on the diagonal, all entries in -1..1.</param>
    /// <param name="takeNearest">Takes the nearest valid matrix (Higham, IMA J. Numer. Anal. 22, 2002) where no inputs can be correlated as given; otherwise that is an error.</param>
    /// <exception cref="ArgumentException">
    /// An input is certain, computed, given twice or correlated already; or the matrix is not a correlation matrix. The message names the entry,
    /// or the nearest valid matrix where the entries contradict each other.
    /// </exception>
    public static IReadOnlyList<IQuantity> Joint(IReadOnlyList<IQuantity> inputs, double[,] correlations, bool takeNearest = false)
    {
        Require.NotEmpty(inputs, nameof(inputs));
        ArgumentNullException.ThrowIfNull(correlations);
        CorrelatedInput[] leaves = [.. inputs.Select(input => CorrelatedInput.Of(input, nameof(inputs)).NotYetCorrelated(nameof(inputs)))];
        if (leaves.Select(input => input.Leaf).Distinct().Count() < leaves.Length)
            throw new ArgumentException("An input is given twice; give each input once.", nameof(inputs));
        CorrelationMatrix matrix = CorrelationMatrix.Of(correlations, [.. inputs.Select((input, i) => input.Name ?? $"input {i}")], takeNearest);
        LeafScore[] scores = JointScores.Of(inputs, [.. leaves.Select(leaf => leaf.Sign)], matrix);
        return [.. inputs.Select((input, i) => input.Accept(new Rebuilt(leaves[i].At(scores[i]))))];
    }

    private sealed class Rebuilt(Node node) : IQuantityVisitor<IQuantity>
    {
        public IQuantity Visit<T>(T quantity)
            where T : Quantity<T>, IQuantity<T> => Quantity<T>.Create(node);
    }
}
