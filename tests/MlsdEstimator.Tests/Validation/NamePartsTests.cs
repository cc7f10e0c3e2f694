namespace MlsdEstimator.Tests;

public class NamePartsTests
{
    [Theory]
    [InlineData("RTX4090", "rtx-4090", 0, 2)] // RTX and 4090; "RTX4090" is one word
    [InlineData("H100 80GB", "H100-SXM-80GB", 2, 4)] // H100, 80GB; H, 100, 80, GB
    [InlineData("H100 80GB", "A100-SXM-80GB", 1, 3)] // 80GB; 100, 80, GB
    [InlineData("H100 80GB", "B200-180GB", 0, 1)] // GB
    [InlineData("NVIDIA", "nvidia RTX", 0, 1)]
    [InlineData("80GB 80GB", "80GB", 1, 2)] // once each
    [InlineData("", "L4", 0, 0)]
    [InlineData("--", "--", 0, 0)]
    public void Names_share_numbered_words_and_runs(string one, string other, int words, int runs)
    {
        Assert.Equal((words, runs), new NameParts(one).SharedWith(new NameParts(other)));
        Assert.Equal((words, runs), new NameParts(other).SharedWith(new NameParts(one)));
    }
}
