using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class TransformerLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true);

    private static readonly Gen<FeedForward> AnyFeedForward =
        from width in Gen.Choose(1, 200)
        from matrices in Gen.Choose(2, 3)
        from experts in Gen.Choose(2, 64)
        from perToken in Gen.Choose(1, 2)
        from isMixture in Gen.Elements(true, false)
        select isMixture ? FeedForward.Mixture(experts, perToken, width * 64) with { Matrices = matrices } : (FeedForward)FeedForward.Dense(width * 64, matrices);

    private static readonly Gen<Attention> AnyAttention =
        from groups in Gen.Choose(1, 8)
        from kvHeads in Gen.Choose(1, 8)
        from size in Gen.Elements(64, 96, 128, 256)
        from window in Gen.Elements<int?>(null, 128, 1024, 4096)
        from isLatent in Gen.Elements(true, false, false)
        select isLatent
            ? (Attention)new LatentAttention { Heads = groups * kvHeads, QueryRank = 1536, KvRank = 512, HeadSize = 128, RotarySize = 64, ValueSize = 128 }
            : Attention.Full(groups * kvHeads, kvHeads, size) with { Window = window is int tokens ? tokens : null };

    private static readonly Gen<Transformer> AnyModel =
        from layers in Gen.Choose(1, 100)
        from hidden in Gen.Choose(1, 64)
        from length in Gen.Choose(1, 6)
        from attention in AnyAttention.ListOf(length)
        from feedForward in AnyFeedForward
        from vocabulary in Gen.Choose(1000, 260_000)
        from isTied in Gen.Elements(true, false)
        from format in Gen.Elements(ModelFormat.All.ToArray())
        select new Transformer
        {
            Layers = layers, Hidden = hidden * 128, AttentionPattern = [.. attention], FeedForward = feedForward, Vocabulary = vocabulary, HasTiedEmbedding = isTied, Format = format,
        };

    private static readonly Gen<int> AnyTokens = Gen.Choose(1, 20_000);

    [Fact]
    public void More_layers_never_have_fewer_parameters_bytes_or_operations_for_any_transformer() =>
        Prop.ForAll(Arb.From(AnyModel), Arb.From(Gen.Choose(1, 20)), (model, more) =>
        {
            Transformer deeper = model with { Layers = model.Layers.Value + more };
            return deeper.Parameters.Value > model.Parameters.Value && deeper.KvBytesPerToken.Bytes >= model.KvBytesPerToken.Bytes && deeper.PrefillFlops(100).Flops > model.PrefillFlops(100).Flops;
        }).Check(Laws);

    [Fact]
    public void Fewer_bits_never_take_more_bytes_for_any_transformer() =>
        Prop.ForAll(Arb.From(AnyModel), Arb.From(Gen.Elements(ModelFormat.All.ToArray())), (model, format) =>
        {
            bool isNarrower = format.Weights.BitsPerValue <= model.Format.Weights.BitsPerValue && format.Embeddings.BitsPerValue <= model.Format.Embeddings.BitsPerValue;
            Transformer other = model with { Format = format };
            return !isNarrower || (other.WeightBytes.Bytes <= model.WeightBytes.Bytes && other.WeightBytesRead(8).Bytes <= model.WeightBytesRead(8).Bytes);
        }).Check(Laws);

    [Fact]
    public void Grouped_queries_never_keep_more_than_multi_head_attention_for_any_shape() =>
        Prop.ForAll(Arb.From(AnyModel), Arb.From(Gen.Choose(1, 8).Two()), Arb.From(AnyTokens), (model, shape, tokens) =>
        {
            (int groups, int kvHeads) = shape;
            Transformer grouped = model with { AttentionPattern = [Attention.Full(groups * kvHeads, kvHeads, 128)] };
            Transformer all = model with { AttentionPattern = [Attention.Full(groups * kvHeads, groups * kvHeads, 128)] };
            return grouped.KvBytes(tokens).Bytes * groups == all.KvBytes(tokens).Bytes && grouped.Parameters.Value <= all.Parameters.Value;
        }).Check(Laws);

    [Fact]
    public void A_longer_context_never_keeps_or_computes_less_for_any_transformer() =>
        Prop.ForAll(Arb.From(AnyModel), Arb.From(AnyTokens), Arb.From(AnyTokens), (model, tokens, more) =>
            model.KvBytes(tokens + more).Bytes >= model.KvBytes(tokens).Bytes
            && model.DecodeFlops(tokens + more).Flops >= model.DecodeFlops(tokens).Flops
            && model.PrefillFlops(tokens + more).Flops > model.PrefillFlops(tokens).Flops).Check(Laws);

    [Fact]
    public void A_prompt_in_two_parts_attends_as_often_as_in_one_for_any_transformer() =>
        Prop.ForAll(Arb.From(AnyModel), Arb.From(AnyTokens), Arb.From(AnyTokens), (model, first, second) =>
        {
            double parts = model.PrefillAttentionFlops(first).Flops + model.PrefillAttentionFlops(second, cached: first).Flops;
            return Math.Abs((parts / model.PrefillAttentionFlops(first + second).Flops) - 1) < 1e-12;
        }).Check(Laws);

    [Fact]
    public void A_window_never_adds_bytes_or_operations_for_any_transformer() =>
        Prop.ForAll(Arb.From(AnyModel), Arb.From(AnyTokens), (model, tokens) =>
        {
            Transformer full = model with { AttentionPattern = [.. model.AttentionPattern.Select(attention => attention with { Window = null })] };
            return model.KvBytes(tokens).Bytes <= full.KvBytes(tokens).Bytes
                && model.PrefillFlops(tokens).Flops <= full.PrefillFlops(tokens).Flops
                && model.MeanKvBytes(tokens, 100).Bytes <= full.MeanKvBytes(tokens, 100).Bytes
                && model.KvBytesPerToken.Bytes == full.KvBytesPerToken.Bytes;
        }).Check(Laws);

    [Fact]
    public void The_mean_step_of_an_answer_lies_between_its_first_and_last_for_any_transformer() =>
        Prop.ForAll(Arb.From(AnyModel), Arb.From(AnyTokens), Arb.From(AnyTokens), (model, prompt, answer) =>
        {
            double mean = model.MeanDecodeFlops(prompt, answer).Flops;
            return mean >= model.DecodeFlops(prompt + 1).Flops * (1 - 1e-12) && mean <= model.DecodeFlops(prompt + answer).Flops * (1 + 1e-12)
                && model.MeanKvBytes(prompt, answer).Bytes <= model.KvBytes(prompt + answer).Bytes * (1 + 1e-12);
        }).Check(Laws);

    [Fact]
    public void Active_parameters_and_weights_read_never_exceed_all_for_any_transformer() =>
        Prop.ForAll(Arb.From(AnyModel), Arb.From(Gen.Choose(0, 5000)), (model, tokens) =>
            model.ActiveParameters.Value <= model.Parameters.Value * (1 + 1e-12)
            && model.WeightBytesRead(tokens).Bytes <= model.WeightBytes.Bytes * (1 + 1e-12)
            && model.WeightBytesRead(tokens).Bytes <= model.WeightBytesRead(tokens + 1).Bytes * (1 + 1e-12)).Check(Laws);

    [Fact]
    public void Distinct_experts_lie_between_those_of_a_token_and_all_for_any_mixture() =>
        Prop.ForAll(Arb.From(Gen.Choose(1, 256)), Arb.From(Gen.Choose(1, 256)), Arb.From(Gen.Choose(1, 10_000)), (one, other, tokens) =>
        {
            (int perToken, int experts) = (Math.Min(one, other), Math.Max(one, other));
            double distinct = FeedForward.Mixture(experts, perToken, 64).DistinctExperts(tokens).Value;
            return distinct >= perToken - 1e-9 && distinct <= experts && distinct <= ((double)perToken * tokens) + 1e-9;
        }).Check(Laws);

    [Fact]
    public void A_device_never_multiplies_faster_than_a_peak_it_has_for_any_precision() =>
        Prop.ForAll(Arb.From(Gen.Elements(Accelerators.All.ToArray())), Arb.From(Gen.Elements(Precision.All.ToArray())), (device, precision) =>
        {
            double best = device.Peaks.Max(entry => entry.Peak.FlopsPerSecond);
            return device.Peak(precision) is FlopRate peak
                ? device.RateFor(precision).Rate.FlopsPerSecond == peak.FlopsPerSecond
                : device.Peaks.All(entry => entry.Precision.Bits < precision.Bits) || !CanRun(device, precision) || device.RateFor(precision).Rate.FlopsPerSecond <= best;
        }).Check(Laws);

    private static bool CanRun(Accelerator device, Precision precision) => device.Peaks.Any(entry => entry.Precision.Bits >= 16 && entry.Precision.Bits >= precision.Bits && (precision.Bits < 32 || entry.Precision == Precision.Fp32));
}
