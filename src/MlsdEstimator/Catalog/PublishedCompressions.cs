namespace MlsdEstimator;

/// <summary>Published results of compression, to compare a plan with: none of them is a promise for another model, device or engine.</summary>
/// <remarks>
/// Quality kept is what a paper measured on its tasks. Where a result mixes compression with another engine or fewer devices its setting says so.
/// Ranges over them: <see cref="PublishedQuality"/>.
/// </remarks>
public static class PublishedCompressions
{
    private const string TfLite = "tensorflow/tensorflow tensorflow/lite/g3doc/performance/model_optimization.md @12d0626f";
    private const string Distil = "huggingface/transformers examples/research_projects/distillation/README.md @4aa4342b";
    private const string NeuralCompressor = "intel/neural-compressor docs/source/validated_model_list.md @012522ef";
    private const string TorchAo = "pytorch/ao torchao/quantization/README.md @03d01adc";
    private const string GptFast = "pytorch-labs/gpt-fast README.md @0f925b5d";
    private const string TinyChat = "mit-han-lab/llm-awq tinychat/README.md @048e19e1";
    private const string MlPerf = "mlcommons/inference_results_v4.1 summary_results.json @4a0c8741 open/NeuralMagic";

    /// <summary>All of them, by kind.</summary>
    public static IReadOnlyList<PublishedCompression> All { get; } = [.. Distilled, .. Quantized, .. Pruned];

    private static IEnumerable<PublishedCompression> Distilled =>
    [
        Of("DistilBERT, GLUE", CompressionKind.Distillation, "Xeon E5-2690 v3, batch 1, STS-B pass 668 s to 410 s", 668.0 / 410, 110.0 / 66, "GLUE 79.5 to 77.0", 77.0 / 79.5, "Sanh et al. 2019, arXiv:1910.01108, tables 1 and 3"),
        Of("DistilBERT, SQuAD", CompressionKind.Distillation, "parameters only", null, 110.0 / 66, "SQuAD v1.1 F1 88.5 to 86.9", 86.9 / 88.5, Distil),
        Of("DistilBERT cased, GLUE", CompressionKind.Distillation, "parameters only", null, 110.0 / 65, "GLUE 78.2 to 75.9", 75.9 / 78.2, Distil),
        Of("DistilmBERT, XNLI", CompressionKind.Distillation, "parameters only", null, 177.0 / 134, "XNLI English accuracy 82.1 to 78.2", 78.2 / 82.1, Distil),
        Of("DistilGPT2, WikiText-103", CompressionKind.Distillation, "parameters only", null, 124.0 / 82, "perplexity 16.3 to 21.1", 16.3 / 21.1, Distil),
        Of("TinyBERT-4, GLUE", CompressionKind.Distillation, "K80, batch 128, GLUE test server", 9.4, 7.5, "GLUE 79.5 to 77.0", 0.968, "Jiao et al. 2020, arXiv:1909.10351, table 1"),
        Of("MiniLM-L6-H768", CompressionKind.Distillation, "P100", 2.0, 109.0 / 66, "over 99 % of BERT-base on SQuAD 2 and GLUE", 0.99, "Wang et al. 2020, arXiv:2002.10957, abstract and table 2"),
        Of("MobileBERT, GLUE", CompressionKind.Distillation, "Pixel 4, TensorFlow Lite, 342 ms to 62 ms", 342.0 / 62, 4.3, "GLUE 78.3 to 77.7", 77.7 / 78.3, "Sun et al. 2020, arXiv:2004.02984, table 4"),
        Of("Distil-Whisper large-v2", CompressionKind.Distillation, "relative speed", 6.0, 1 / 0.51, "within 1 % of the word error rate", null, "huggingface/distil-whisper README.md @0266942c"),
        Of("all-mpnet-base-v2 for all-roberta-large-v1", CompressionKind.Distillation, "V100, sentences/s 800 to 2,800", 3.5, null, "14 sentence-embedding sets 70.23 to 69.57", 69.57 / 70.23, "UKPLab/sentence-transformers docs/_static/html/models_en_sentence_embeddings.html @0027ac07"),
        Of("BERT 4 layers H312", CompressionKind.Distillation, "GPU, TinyBERT-style student, large batch", 13600.0 / 1385, null, "SQuAD v1.1 F1 88.58 to 83.09", 83.09 / 88.58, "NVIDIA/DeepLearningExamples PyTorch/LanguageModeling/BERT/distillation/README.md @729963dd"),
    ];

    private static IEnumerable<PublishedCompression> Quantized =>
    [
        Of("MobileNet-v1, int8 trained", CompressionKind.Quantization, "Pixel 2, one big core, TFLite 2018, 180 ms to 80.2 ms", 180 / 80.2, 16.9 / 4.3, "ImageNet top-1 70.9 to 70.0", 0.70 / 0.709, TfLite),
        Of("MobileNet-v1, int8 after training", CompressionKind.Quantization, "Pixel 2, one big core, TFLite 2018, weights only, 180 ms to 145 ms", 180.0 / 145, 16.9 / 4.3, "ImageNet top-1 70.9 to 65.7", 0.657 / 0.709, TfLite),
        Of("MobileNet-v2, int8 after training", CompressionKind.Quantization, "Pixel 2, one big core, TFLite 2018, weights only, 117 ms to 121 ms", 117.0 / 121, 14 / 3.6, "ImageNet top-1 71.9 to 63.7", 0.637 / 0.719, TfLite),
        Of("Inception-v3, int8 trained", CompressionKind.Quantization, "Pixel 2, one big core, TFLite 2018, 1,585 ms to 637 ms", 1585.0 / 637, 95.7 / 23.9, "ImageNet top-1 78.0 to 77.5", 0.775 / 0.78, TfLite),
        Of("ResNet-v2-101, int8 after training", CompressionKind.Quantization, "Pixel 2, one big core, TFLite 2018, weights only, 3,973 ms to 2,868 ms", 3973.0 / 2868, 178.3 / 44.9, "ImageNet top-1 77.0 to 76.8", 0.768 / 0.770, TfLite),
        Of("ResNet-50 v1.5, int8 on AMX", CompressionKind.Quantization, "Xeon 8480+, TensorFlow, 4 cores an instance, batch 1, from fp32", 2123.70 / 552.94, null, "ImageNet top-1 76.46 to 76.23", 76.23 / 76.46, NeuralCompressor),
        Of("MobileNet-v2, int8 on AMX", CompressionKind.Quantization, "Xeon 8480+, TensorFlow, 4 cores an instance, batch 1, from fp32", 1.9519, null, "ImageNet top-1 71.76 to 72.52", 1, NeuralCompressor),
        Of("EfficientNet-B0, int8 on AMX", CompressionKind.Quantization, "Xeon 8480+, TensorFlow, 4 cores an instance, batch 1, from fp32", 1.055, null, "ImageNet top-1 76.76 to 76.14", 76.14 / 76.76, NeuralCompressor),
        Of("BERT-base, int8 on AMX", CompressionKind.Quantization, "Xeon 8480+, TensorFlow, 4 cores an instance, batch 1, from fp32", 2.4408, null, "MRPC accuracy 86.52 to 86.03", 86.03 / 86.52, NeuralCompressor),
        Of("Llama-2-7B, int8 weight-only, gpt-fast", CompressionKind.Quantization, "A100 80 GB at 330 W, batch 1 decode, 104.9 to 155.58 tokens/s", 155.58 / 104.9, null, null, null, GptFast),
        Of("Llama-2-7B, int4 weight-only g32, gpt-fast", CompressionKind.Quantization, "A100 80 GB at 330 W, batch 1 decode, 104.9 to 196.8 tokens/s", 196.8 / 104.9, null, null, null, GptFast),
        Of("Llama-2-7B, int8 weight-only, torchao", CompressionKind.Quantization, "A100, batch 1 decode", 170.83 / 107.38, 13.21 / 6.62, "wikitext perplexity 12.212 to 12.204", 1, TorchAo),
        Of("Llama-2-7B, int4 weight-only g64, torchao", CompressionKind.Quantization, "A100, batch 1 decode", 201.14 / 107.38, 13.21 / 3.74, "wikitext perplexity 12.212 to 12.843", 12.212 / 12.843, TorchAo),
        Of("Llama-2-7B, int4 GPTQ g64, torchao", CompressionKind.Quantization, "A100, batch 1 decode", 201.14 / 107.38, 13.21 / 3.74, "wikitext perplexity 12.212 to 12.527", 12.212 / 12.527, TorchAo),
        Of("Llama-2-7B, int8 with dynamic activations, torchao", CompressionKind.Quantization, "A100, batch 1 decode, 107.38 to 9.61 tokens/s", 9.61 / 107.38, 13.21 / 6.62, "wikitext perplexity 12.212 to 12.262", 12.212 / 12.262, TorchAo),
        Of("Vicuna-7B, AWQ W4A16", CompressionKind.Quantization, "RTX 4090, batch 1, Hugging Face against TinyChat: the engine changed too", 15.81 / 5.33, null, null, null, TinyChat),
        Of("Llama-3-8B, AWQ W4A16", CompressionKind.Quantization, "Jetson AGX Orin, batch 1, Hugging Face against TinyChat: the engine changed too", 96.24 / 32.55, null, null, null, TinyChat),
        Of("Llama-2-7B, AWQ g128", CompressionKind.Quantization, "quality only", null, null, "wikitext perplexity 5.47 to 5.60", 5.47 / 5.60, "Lin et al. 2023, arXiv:2306.00978, table 4"),
        Of("Llama-2-70B, AWQ g128", CompressionKind.Quantization, "quality only", null, null, "wikitext perplexity 3.32 to 3.41", 3.32 / 3.41, "Lin et al. 2023, arXiv:2306.00978, table 4"),
        Of("OPT-175B, GPTQ 4 bits", CompressionKind.Quantization, "quality only", null, null, "wikitext perplexity 8.34 to 8.37", 8.34 / 8.37, "Frantar et al. 2022, arXiv:2210.17323, table 3"),
        Of("OPT-175B, GPTQ 3 bits", CompressionKind.Quantization, "5 A100 to 1, batch 1 decode, 230 ms to 71 ms a token", 230.0 / 71, null, null, null, "Frantar et al. 2022, arXiv:2210.17323, table 6"),
        Of("BLOOM-176B, LLM.int8()", CompressionKind.Quantization, "8 A100 80 GB to 4, batch 1, 285 ms to 367 ms a token", 285.0 / 367, 2.0, null, null, "huggingface/blog hf-bitsandbytes-integration.md @0097a385"),
        Of("OPT-175B, LLM.int8(), HellaSwag", CompressionKind.Quantization, "quality only", null, 2.0, "acc_norm 78.49 to 78.49", 1, "huggingface/blog hf-bitsandbytes-integration.md @0097a385"),
        Of("OPT-175B, SmoothQuant W8A8", CompressionKind.Quantization, "8 A100 against 4, FasterTransformer, prompts, at most", 1.56, 2.0, null, null, "Xiao et al. 2022, arXiv:2211.10438, abstract"),
    ];

    private static IEnumerable<PublishedCompression> Pruned =>
    [
        Of("BERT-large, 95 % unstructured", CompressionKind.Pruning, "Ryzen 9 7950X, DeepSparse, MLPerf Offline: an engine made for zeros", 38.4994 / 11.9721, null, "SQuAD F1 89.652 to 90.178", 1, MlPerf),
        Of("BERT-large, 95 % unstructured and int8", CompressionKind.Pruning, "Ryzen 9 7950X, DeepSparse, MLPerf Offline: an engine made for zeros", 104.14 / 11.9721, null, "SQuAD F1 89.652 to 90.03", 1, MlPerf),
        Of("MobileBERT, 14 layers, 50 % unstructured", CompressionKind.Pruning, "Ryzen 5 5500U, DeepSparse, MLPerf Offline: an engine made for zeros", 40.4069 / 17.542, null, "SQuAD F1 90.891 to 90.431", 90.431 / 90.891, MlPerf),
        Of("BERT-large to BERT-base, 90 % unstructured", CompressionKind.Pruning, "Ryzen 9 7950X, DeepSparse, MLPerf Offline: a smaller network and an engine made for zeros", 98.963 / 11.9721, null, "SQuAD F1 89.652 to 88.42", 88.42 / 89.652, MlPerf),
    ];

    /// <summary>A result by its name, or by a part of it that only one has. Capitals do not matter.</summary>
    /// <param name="name">Name or part of it.</param>
    /// <exception cref="ArgumentException">There is none, or several; the message lists the nearest or the candidates.</exception>
    public static PublishedCompression Find(string name) => CatalogueNames.Find(name, All, result => result.Name, _ => [], "published compression");

    private static PublishedCompression Of(
        string name, CompressionKind kind, string setting, double? speedUp, double? sizeRatio, string? quality, double? kept, string source) => new()
        {
            Name = name,
            Kind = kind,
            Setting = setting,
            Source = source,
            SpeedUp = speedUp is double faster ? Scalar.FromNumber(faster).Named($"speed-up, {name}").Cited(source) : null,
            SizeRatio = sizeRatio is double smaller ? Scalar.FromNumber(smaller).Named($"times smaller, {name}").Cited(source) : null,
            Quality = quality,
            QualityKept = kept is double part ? Fraction.FromRatio(part).Named($"quality kept, {name}").Cited(source) : null,
        };
}
