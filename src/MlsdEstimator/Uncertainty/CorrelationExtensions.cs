namespace MlsdEstimator;

/// <summary>Correlation of an uncertain input with another.</summary>
public static class CorrelationExtensions
{
    extension<T>(Quantity<T> input)
        where T : Quantity<T>, IQuantity<T>
    {
        /// <summary>This input as an unknown that moves with another one: where one is high, the other tends to be high.</summary>
        /// <remarks>
        /// A new input of the same distribution, name and source, whose standard-normal score is correlation x z_other + sqrt(1 - correlation^2) x e, with e of its own
        /// (a Gaussian copula). The correlation is one of scores: the rank correlation (Spearman) of the values is 6 / pi x asin(correlation / 2), 0.58 for 0.6,
        /// and the linear one (Pearson) of wide ranges is lower. Use the returned input in formulas: the one it was made from stays independent.
        /// Simulations, comparisons, goal seeks at a confidence and the tornado of the sensitivities follow it. A goal seek or a sweep sets an input,
        /// which tells nothing about the inputs correlated with it; the tornado asks "what if this turned out low", and then the correlated ones are expected low too.
        /// </remarks>
        /// <param name="other">Another uncertain input, of any type.</param>
        /// <param name="correlation">-1 to 1. 1 makes both the same unknown, seen through two distributions.</param>
        /// <exception cref="ArgumentException">
        /// One of the two is certain or computed, both are the same input, or this input has a correlation already (give all at once with <c>Uncertain.Joint</c>).
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException">The correlation is not in -1..1.</exception>
        /// <example><code>
        /// Scalar users   = (300e6, 700e6);
        /// Scalar perUser = 3.To(30, best: 10).CorrelatedWith(users, -0.4);   // a wider audience uses it less
        /// </code></example>
        public T CorrelatedWith(IQuantity other, double correlation)
        {
            CorrelatedInput one = CorrelatedInput.Of(input, nameof(input)), two = CorrelatedInput.Of(other, nameof(other));
            Require.Between(-1, correlation, 1, nameof(correlation));
            if (ReferenceEquals(one.Leaf, two.Leaf))
                throw new ArgumentException($"'{input.Name ?? input.ToString()}' cannot be correlated with itself: reading one input twice is reading the same unknown; correlate two inputs.", nameof(other));
            one.NotYetCorrelated(nameof(input));
            var stated = new StatedCorrelation(other, correlation);
            return Quantity<T>.Create(one.At(LeafScore.Following(two.Leaf.Score, one.Sign * two.Sign * correlation, stated)));
        }
    }
}
