namespace MlsdEstimator.Tests;

/// <summary>Capacity of a video-recommendation system: log-normal, triangular, uniform, beta and discrete inputs, and a ceiling.</summary>
internal sealed class VideoModel
{
    public VideoModel()
    {
        QpsPeak = (Users * Requests / Duration.Day * PeakFactor).Named("peak QPS");
        BytesPerSecond = QpsPeak * Features * BytesPerFeature;
        Stored = (Users * Requests * Features * BytesPerFeature * RetentionDays * 3).Named("log storage");
        Gpus = (QpsPeak * Duration.Second * GigaflopsPerRequest * 1e9 / (312e12 * Utilisation)).Ceiling();
        Cost = Gpus * Price;
    }

    public Scalar Users { get; } = Uncertain.Range(120e6, 180e6).AsScalar().Named("daily active users");

    public Scalar Requests { get; } = Uncertain.Range(5, 20).AsScalar().Named("requests per user per day");

    public Scalar PeakFactor { get; } = Uncertain.Triangular(1.5, 2, 4).AsScalar().Named("peak factor");

    public Scalar Features { get; } = Uncertain.Uniform(200, 800).AsScalar().Named("features per request");

    public DataSize BytesPerFeature { get; } = Uncertain.Range(8, 64).In(DataSize.Byte).Named("bytes per feature");

    public Scalar GigaflopsPerRequest { get; } = Uncertain.Range(0.5, 5).AsScalar().Named("GFLOP per request");

    public Scalar Utilisation { get; } = Uncertain.Beta(8, 6).AsScalar().Named("utilisation");

    public Scalar Price { get; } = (Uncertain.Uniform(1.5, 4).AsScalar() * 730).Named("price per GPU and month");

    public Scalar RetentionDays { get; } = Uncertain.OneOf((30, 0.5), (90, 0.3), (365, 0.2)).AsScalar().Named("retention days");

    public Rate QpsPeak { get; }

    public Bandwidth BytesPerSecond { get; }

    public DataSize Stored { get; }

    public Scalar Gpus { get; }

    public Scalar Cost { get; }
}
