namespace MlsdEstimator.Accuracy;

/// <summary>Transformers from the shape columns of a row. What the columns leave open follows from the published parameter counts.</summary>
internal static class LlmShapes
{
    private const double Billion = 1e9;

    /// <summary>The model of a row in a format.</summary>
    /// <exception cref="CsvException">A column is missing or makes no sense.</exception>
    public static Transformer Of(CsvRow row, ModelFormat format)
    {
        Transformer plain = Plain(row, format);
        double published = row.Positive("params_b") * Billion;
        return row.PositiveOrBlank("n_experts") is double experts
            ? Mixture(row, plain, experts, published)
            : Completed([.. Variants(plain, row.Positive("ffn"))], published);
    }

    private static Transformer Plain(CsvRow row, ModelFormat format) => new()
    {
        Title = row.NotBlank("model"),
        Format = format,
        Layers = row.Positive("layers"),
        Hidden = row.Positive("hidden"),
        AttentionPattern = [AttentionOf(row)],
        FeedForward = FeedForward.Dense(1, 3),
        Vocabulary = row.Positive("vocab"),
        HasTiedEmbedding = false,
    };

    /// <summary>Mixtures whose head size is blank and that have as many KV heads as heads keep compressed keys and values; all that are published do so in 512 + 64 numbers.</summary>
    private static Attention AttentionOf(CsvRow row)
    {
        double heads = row.Positive("heads"), kvHeads = row.PositiveOrBlank("kv_heads") ?? heads;
        bool isLatent = row.PositiveOrBlank("head_dim") is null && row.PositiveOrBlank("n_experts") is not null && heads == kvHeads;
        return isLatent
            ? new LatentAttention { Heads = heads, KvRank = 512, QueryRank = 1536, HeadSize = 128, RotarySize = 64, ValueSize = 128 }
            : Attention.Full(heads, kvHeads, row.PositiveOrBlank("head_dim") ?? Math.Round(row.Positive("hidden") / heads));
    }

    /// <summary>Plain or gated, tied or not: the columns do not say.</summary>
    private static IEnumerable<Transformer> Variants(Transformer plain, double width) =>
        from matrices in new double[] { 2, 3 }
        from isTied in new[] { false, true }
        select plain with { FeedForward = FeedForward.Dense(width, matrices), HasTiedEmbedding = isTied };

    /// <summary>The variant nearest to the published count, with what is missing as other parameters.</summary>
    private static Transformer Completed(IReadOnlyList<Transformer> variants, double published)
    {
        Transformer nearest = variants.MinBy(variant => Math.Abs(variant.Parameters.Value - published))!;
        return nearest with { OtherParameters = Math.Max(0, Math.Round(published - nearest.Parameters.Value)) };
    }

    /// <summary>Layers with experts follow from the parameters that are not active: (all - active) / (experts - chosen) are those of one expert in each such layer.</summary>
    private static Transformer Mixture(CsvRow row, Transformer plain, double experts, double published)
    {
        double chosen = row.Positive("experts_per_tok"), width = row.Positive("ffn"), hidden = plain.Hidden.Value;
        double ofExpert = (published - row.Positive("active_params_b") * Billion) / (experts - chosen);
        double layers = Math.Clamp(Math.Round(ofExpert / (3 * hidden * width)), 1, plain.Layers.Value), dense = plain.Layers.Value - layers;
        MixtureOfExperts mixture = FeedForward.Mixture(experts, chosen, width) with { DenseLayers = dense, DenseWidth = dense > 0 ? chosen * width : null };
        Transformer bare = plain with { FeedForward = mixture };
        double shared = Math.Max(0, Math.Floor((published - bare.Parameters.Value) / (layers * 3 * hidden)));
        return Completed([bare with { FeedForward = mixture with { SharedWidth = shared } }], published);
    }
}
