namespace MlsdEstimator.Tests;

public class ReplicateErrorTests
{
    /// <summary>numpy: std([1, 2, 3, 6], ddof=1) / 2 = 1.0801234...</summary>
    [Fact]
    public void Equal_parts_have_the_standard_error_of_a_mean() => Assert.Equal(1.0801234497346435, ReplicateError.Of([1, 2, 3, 6], [5, 5, 5, 5]), 1e-14);

    /// <summary>By hand: mean 2 of 1 (weight 0.75) and 5 (weight 0.25); 2 ((0.75 x 1)^2 + (0.25 x 3)^2) = 2.25.</summary>
    [Fact]
    public void Larger_parts_count_more() => Assert.Equal(1.5, ReplicateError.Of([1, 5], [30, 10]), 1e-14);

    [Fact]
    public void Parts_without_draws_do_not_count() => Assert.Equal(1.5, ReplicateError.Of([1, 5, 99], [30, 10, 0]), 1e-14);

    [Fact]
    public void One_part_has_no_error() => Assert.Equal([double.NaN, double.NaN], new[] { ReplicateError.Of([1], [30]), ReplicateError.Of([1, 2], [30, 0]) });

    /// <summary>Shares 0.1 and 0.3: half their difference.</summary>
    [Fact]
    public void Shares_are_statistics() => Assert.Equal(0.1, ReplicateError.OfShare([1, 3], [10, 10]), 1e-14);
}
