namespace MlsdEstimator.Tests;

/// <summary>What a pruned language model takes on its devices.</summary>
public class PrunedReplicaTests
{
    private static readonly Transformer Llama3 = PublishedModels.Transformer("Llama-3-8B");

    /// <summary>A100 that costs nothing beyond the data sheet, in a stack with kernels for 2:4 weights.</summary>
    private static readonly LlmReplica Perfect = LlmCase.Perfect() with { Stack = ServingStack.TensorRtLlm };

    private static readonly LlmReplica Thin = Perfect with { Model = LlmCase.Llama.With(Pruning.TwoOfFour) };

    /// <summary>Half or nine tenths of zeros are read, multiplied and loaded like other weights; so are 2:4 weights in 16 bits by a step of one sequence.</summary>
    [Fact]
    public void Step_of_one_sequence_takes_as_long_with_zeros_as_without()
    {
        LlmReplica dense = new() { Model = Llama3, Device = Accelerators.H100Sxm80Gb, Stack = ServingStack.TensorRtLlm };
        foreach (Pruning pruning in new[] { Pruning.Unstructured(50.Percent), Pruning.Unstructured(90.Percent) })
        {
            LlmReplica pruned = dense with { Model = Llama3.With(pruning) };
            Assert.Equal(dense.Decode(1, 500).Step.Seconds, pruned.Decode(1, 500).Step.Seconds);
            Assert.Equal(dense.MostSequences(2000).Value, pruned.MostSequences(2000).Value);
        }
        double ofDense = (dense with { Model = Llama3.With(Pruning.TwoOfFour) }).Decode(1, 500).Step / dense.Decode(1, 500).Step is Scalar part ? part.Value : 0;
        Assert.InRange(ofDense, 0.98, 1);
    }

    /// <summary>2 x 6,476,005,376 weights x 1,000 tokens / 312 TFLOP/s = 41.5128550 ms; at 1.5 times the rate a third less.</summary>
    [Fact]
    public void Prompt_of_two_of_four_weights_is_multiplied_one_and_a_half_times_as_fast()
    {
        Assert.Equal(13.8376183, Perfect.Prompt(1000).Marginal.Milliseconds - Thin.Prompt(1000).Marginal.Milliseconds, 6);
        Assert.Equal(20.756427, Perfect.Prompt(1000).Bound.Milliseconds - Thin.Prompt(1000).Bound.Milliseconds, 5);
        Assert.Equal(Perfect.WeightsPerDevice.Bytes, Thin.WeightsPerDevice.Bytes);
    }

    /// <summary>Weights that are widened as they are multiplied, of 4 bits or of 8 where there is no fp8, are dense tiles of 16 bits when they are.</summary>
    [Fact]
    public void Widened_weights_are_multiplied_with_their_zeros() => Assert.All([ModelFormat.Int4WeightOnly, ModelFormat.Fp8], format =>
    {
        LlmReplica dense = Perfect with { Model = LlmCase.Llama.With(Quantization.To(format)) }, thin = dense with { Model = dense.Model.With(Pruning.TwoOfFour) };
        Assert.Equal(dense.Prompt(1000).Time.Seconds, thin.Prompt(1000).Time.Seconds);
        Assert.Equal(dense.Decode(128, 100).Step.Seconds, thin.Decode(128, 100).Step.Seconds);
    });

    /// <summary>vLLM took its kernels out; a V100 never had the arithmetic.</summary>
    [Fact]
    public void Prompt_of_two_of_four_weights_is_dense_where_stack_or_device_lacks_it()
    {
        LlmReplica stack = Perfect with { Stack = ServingStack.Vllm }, device = Perfect with { Device = Accelerators.Find("V100-SXM2-32GB") };
        Assert.Equal(stack.Prompt(1000).Time.Seconds, (stack with { Model = Thin.Model }).Prompt(1000).Time.Seconds);
        Assert.Equal(device.Prompt(1000).Time.Seconds, (device with { Model = Thin.Model }).Prompt(1000).Time.Seconds);
    }

    /// <summary>cuSPARSELt in vLLM: prompts of 4,096 tokens and more were 1.30 to 1.31 times as fast on an H100 in fp8 (bcacdwk/vllmbench README.md @2b7560c2).</summary>
    [Fact]
    public void Prompt_of_two_of_four_weights_gains_what_is_published()
    {
        Transformer qwen = PublishedModels.Transformer("Qwen2.5-14B").With(Quantization.To(ModelFormat.Fp8));
        LlmReplica dense = new() { Model = qwen, Device = Accelerators.H100Pcie80Gb, Stack = ServingStack.TensorRtLlm }, thin = dense with { Model = qwen.With(Pruning.TwoOfFour) };
        Estimate<Scalar> gain = (dense.Prompt(8192).Time / thin.Prompt(8192).Time).Simulate();
        Assert.InRange(gain.Low.Value, 1.1, 1.3);
        Assert.InRange((dense.Prompt(8192).Time / thin.Prompt(8192).Time).Value, 1.25, 1.36);
        Assert.InRange(gain.High.Value, 1.31, 1.6);
    }

    /// <summary>torchao on A100: 180.8 tokens a second of Llama-3-8B in 4 bits, 226.0 with 2:4 weights in Sparse-Marlin, which is 1.25 times as fast (pytorch/ao torchao/sparsity/README.md).</summary>
    [Fact]
    public void Four_bit_two_of_four_weights_are_read_without_their_zeros_in_compiled_PyTorch()
    {
        Transformer int4 = Llama3.With(Quantization.To(ModelFormat.Int4WeightOnly)), thin = int4.With(Pruning.TwoOfFour);
        LlmReplica dense = new() { Model = int4, Device = Accelerators.A100Sxm80Gb, Stack = ServingStack.PyTorchCompiled }, sparse = dense with { Model = thin };
        Assert.InRange((dense.Decode(1, 200).Step / sparse.Decode(1, 200).Step).Value, 1.1, 1.3);
        Assert.Equal(thin.WeightBytes.Bytes, sparse.WeightsPerDevice.Bytes);
        Assert.Equal(int4.WeightBytes.Bytes, (sparse with { Stack = ServingStack.TensorRtLlm }).WeightsPerDevice.Bytes);
    }

    /// <summary>Experts of a sparse mixture are loaded dense as the rest is.</summary>
    [Fact]
    public void Pruned_experts_are_loaded_dense()
    {
        LlmReplica dense = Perfect with { Model = LlmCase.Mixture, Layout = ParallelLayout.Tensor(4) };
        Assert.Equal(dense.WeightsPerDevice.Bytes, (dense with { Model = LlmCase.Mixture.With(Pruning.Unstructured(90.Percent)) }).WeightsPerDevice.Bytes, 1);
    }
}
