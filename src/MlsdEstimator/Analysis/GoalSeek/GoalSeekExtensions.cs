namespace MlsdEstimator;

/// <summary>Goal seek as a reading of a quantity: how much of an input until an output hits a target.</summary>
public static class GoalSeekExtensions
{
    private const int NominalSteps = 600;

    /// <summary>Each step is a simulation of a few thousand draws.</summary>
    private const int BeliefSteps = 60;

    private static readonly SimulationOptions BeliefDraws = new() { Samples = 4_096, Randomisations = 1 };

    extension<T>(Quantity<T> quantity)
        where T : Quantity<T>, IQuantity<T>
    {
        /// <summary>Finds the value of an input that makes this quantity hit a target.</summary>
        /// <remarks>
        /// The input is searched over six decades around its nominal value (a fraction over 0..1), then refined by Brent's method. The formula is re-evaluated,
        /// the design is not rebuilt: decisions that were taken from simulated ranges stay as they are. An input that must be a whole number (zones, copies) is solved for in
        /// whole numbers; where none hits the target, the explanation says what its neighbours give.
        /// </remarks>
        /// <param name="input">An input of this quantity: an uncertain one, or a named certain one.</param>
        /// <param name="target">Value to hit; certain.</param>
        /// <param name="confidence">
        /// Without it, all other inputs are at their best guess. With it, this point of belief about the quantity hits the target: 0.9 for "90 % sure to be below".
        /// </param>
        /// <typeparam name="TInput">Type of the input.</typeparam>
        /// <returns>The solutions, or why there is none.</returns>
        /// <exception cref="ArgumentException">The quantity does not depend on the input, the input is computed, or the target is uncertain.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The confidence is not strictly between 0 and 1.</exception>
        /// <example><code>Scalar most = peak.SolveFor(users, 200_000.PerSecond).Value;   // how many users until 200 k/s?</code></example>
        public Goal<TInput> SolveFor<TInput>(Quantity<TInput> input, T target, double? confidence = null)
            where TInput : Quantity<TInput>, IQuantity<TInput>
        {
            ArgumentNullException.ThrowIfNull(quantity);
            ArgumentNullException.ThrowIfNull(input);
            ArgumentNullException.ThrowIfNull(target);
            if (!target.IsCertain)
                throw new ArgumentException($"The target must be certain, but is {target}; give one value.", nameof(target));
            Node node = InputOf(quantity, input);
            Func<double, double> output = confidence is double level
                ? AtBelief(quantity.Node, node, Require.InsideUnitInterval(level, nameof(confidence)))
                : AtNominal(quantity.Node, node);
            var search = new GoalSearch<TInput>(input, node, output, target.BaseValue);
            Goal<TInput> goal = Answer(quantity, input, target, search.Search(confidence is null ? NominalSteps : BeliefSteps), confidence);
            if (NamedInputs.LeastWhole([quantity.Node], node) is double least)
                return new WholeGoal<T, TInput>(input, output, target, least).Of(goal);
            T Hit(double miss) => Quantity<T>.Create(new ConstantNode(T.Dimension, target.BaseValue + miss));
            return goal.Solutions is [] && search.Jump is var (at, before, after)
                ? new Goal<TInput>([], goal.IsUnrounded, $"{goal.Explanation} It jumps over it at {input.Name ?? "the input"} = {at}, from {Hit(before)} to {Hit(after)}.")
                : goal;
        }
    }

    private static Node InputOf<TInput>(IQuantity quantity, Quantity<TInput> input)
        where TInput : Quantity<TInput>, IQuantity<TInput>
    {
        string name = input.Name ?? input.ToString();
        Node node = NamedInputs.Varied(input.Node.Bare)
            ?? throw new ArgumentException($"'{name}' is computed; solve for one of the inputs it is computed from.", nameof(input));
        return new Evaluator([quantity.Node], Only(node)).Inputs.Contains(node)
            ? node
            : throw new ArgumentException($"'{quantity.Name ?? "The quantity"}' does not depend on '{name}'.", nameof(input));
    }

    private static Func<double, double> AtNominal(Node root, Node input)
    {
        var evaluator = new Evaluator([root], Only(input), unrounded: true);
        return at =>
        {
            evaluator.Set(input, at);
            evaluator.Evaluate();
            return evaluator.Output(0);
        };
    }

    /// <summary>The same draws of the other inputs for every value of this one, so that the quantile moves smoothly.</summary>
    private static Func<double, double> AtBelief(Node root, Node input, double level)
    {
        var run = new TapeRun(Tape.Compile([root], Only(input), unrounded: true));
        var draws = new ColumnRun(() => run, LeafStreams.Of(GraphWalk.OperandsFirst([root])), new DrawPlan(BeliefDraws));
        bool moreIsBetter = AspectFlow.Of(root).Contains(Aspect.MoreIsBetter);
        return at =>
        {
            run.Held[input] = at;
            draws.Restart();
            draws.Extend(BeliefDraws.Points);
            return draws.Column(output: 0, moreIsBetter).Quantile(level);
        };
    }

    private static HashSet<Node> Only(Node input) => new(ReferenceEqualityComparer.Instance) { input };

    private static Goal<TInput> Answer<TInput>(
        IQuantity quantity, Quantity<TInput> input, IQuantity target, (TInput From, TInput To, IReadOnlyList<(TInput First, TInput Last)> Solutions) found, double? confidence)
        where TInput : Quantity<TInput>, IQuantity<TInput>
    {
        bool isUnrounded = GraphWalk.OperandsFirst([quantity.Node]).Exists(node => node is OperationNode { Operation: Operation.Ceiling or Operation.Floor });
        string subject = quantity.Name ?? "the quantity", name = input.Name ?? "the input";
        string point = confidence is double level ? Text.Of($", at the {level * 100:0.#}% point of belief") : "", rounding = isUnrounded ? ", before rounding to whole ones" : "";
        string explanation = found.Solutions switch
        {
            [] => $"{subject} does not reach {target} for any {name} between {found.From} and {found.To}{point}.",
            [var (first, last)] when first.Equals(last) => $"{subject} is {target} at {name} = {first}{point}{rounding}.",
            [var (first, last)] => $"{subject} is {target} at every {name} from {first} to {last}{point}{rounding}.",
            _ => $"{subject} is {target} at {found.Solutions.Count} values of {name}: {string.Join(", ", found.Solutions.Select(TextOf))}{point}{rounding}.",
        };
        return new Goal<TInput>([.. found.Solutions.SelectMany(one => one.First.Equals(one.Last) ? new[] { one.First } : [one.First, one.Last])], isUnrounded, explanation);

        static string TextOf((TInput First, TInput Last) one) => one.First.Equals(one.Last) ? $"{one.First}" : $"every one from {one.First} to {one.Last}";
    }
}
