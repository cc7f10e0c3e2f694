namespace MlsdEstimator;

/// <summary>Encoders of text: BERT, its students, and embedding models.</summary>
internal static class EncoderModels
{
    private const string Hub = "config.json of huggingface.co/";

    public static IReadOnlyList<PublishedModel> All { get; } =
    [
        Bert("BERT-base", 12, 768, 12, 3072).On(Hub + "google-bert/bert-base-uncased"),
        Bert("BERT-large", 24, 1024, 16, 4096).On(Hub + "google-bert/bert-large-uncased"),
        ModelCards.Encoder("DistilBERT", 6, 768, 12, 3072, 30522, 512, others: 0).On(Hub + "distilbert/distilbert-base-uncased"),
        Bert("TinyBERT-4", 4, 312, 12, 1200).On(Hub + "huawei-noah/TinyBERT_General_4L_312D"),
        Bert("TinyBERT-6", 6, 768, 12, 3072).On(Hub + "huawei-noah/TinyBERT_General_6L_768D"),
        Bert("MiniLM-L6-H384", 6, 384, 12, 1536).On(Hub + "sentence-transformers/all-MiniLM-L6-v2"),
        Bert("MiniLM-L12-H384", 12, 384, 12, 1536).On(Hub + "microsoft/MiniLM-L12-H384-uncased"),
        ModelCards.Encoder("MPNet-base", 12, 768, 12, 3072, 30527, 514, others: ModelCards.Pooler(768) + (32 * 12)).On(Hub + "sentence-transformers/all-mpnet-base-v2"),
        Roberta("RoBERTa-base", 12, 768, 12, 3072, 50265).On(Hub + "FacebookAI/roberta-base"),
        Roberta("RoBERTa-large", 24, 1024, 16, 4096, 50265).On(Hub + "FacebookAI/roberta-large"),
        Roberta("XLM-R-base", 12, 768, 12, 3072, 250002).On(Hub + "FacebookAI/xlm-roberta-base"),
        Roberta("XLM-R-large", 24, 1024, 16, 4096, 250002).On(Hub + "FacebookAI/xlm-roberta-large"),
        (Roberta("BGE-M3", 24, 1024, 16, 4096, 250002) with { LearnedPositions = 8194 }).On(Hub + "BAAI/bge-m3"),
        Bert("BGE-small", 12, 384, 12, 1536).On(Hub + "BAAI/bge-small-en-v1.5"),
        Bert("BGE-large", 24, 1024, 16, 4096).On(Hub + "BAAI/bge-large-en-v1.5"),
    ];

    /// <summary>Two token types and a pooler.</summary>
    private static Transformer Bert(string name, int layers, int hidden, int heads, int width) =>
        ModelCards.Encoder(name, layers, hidden, heads, width, 30522, 512, others: (2 * hidden) + ModelCards.Pooler(hidden));

    /// <summary>One token type and a pooler.</summary>
    private static Transformer Roberta(string name, int layers, int hidden, int heads, int width, int vocabulary) =>
        ModelCards.Encoder(name, layers, hidden, heads, width, vocabulary, 514, others: hidden + ModelCards.Pooler(hidden));
}
