using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class ModelLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true);

    private static readonly Gen<ModelFormat> AnyFormat = Gen.Elements(ModelFormat.All.ToArray());

    private static readonly Gen<CustomModel> AnyModel =
        from millions in Gen.Choose(1, 1_000_000)
        from format in AnyFormat
        select new CustomModel { Parameters = millions.Million, Format = format };

    private static readonly Gen<ModelTransform> AnyTransform =
        from percent in Gen.Choose(0, 99)
        from tenths in Gen.Choose(10, 200)
        from change in Gen.Elements<ModelTransform>(
            Pruning.Structured(percent.Percent),
            Pruning.Unstructured(percent.Percent),
            new Distillation { Factor = tenths / 10.0, QualityKept = 90.Percent },
            Quantization.To(ModelFormat.Int4WeightOnly))
        select change;

    [Fact]
    public void Fewer_bits_never_take_more_bytes_for_any_sparsity() =>
        Prop.ForAll(Arb.From(AnyModel.Two()), Arb.From(Gen.Choose(0, 99)), (models, percent) =>
        {
            (CustomModel one, CustomModel other) = models;
            CustomModel alike = one with { Format = other.Format };
            bool isNarrower = other.Format.Weights.BitsPerValue <= one.Format.Weights.BitsPerValue;
            DataSize Sparse(CustomModel model) => model.With(Pruning.Unstructured(percent.Percent)).WeightBytes;
            return !isNarrower || (alike.WeightBytes.Bytes <= one.WeightBytes.Bytes && Sparse(alike).Bytes <= Sparse(one).Bytes);
        }).Check(Laws);

    [Fact]
    public void A_change_never_adds_operations_for_any_model() =>
        Prop.ForAll(Arb.From(AnyModel), Arb.From(AnyTransform), (model, change) =>
            model.With(change).FlopsPerExample.Flops <= model.FlopsPerExample.Flops).Check(Laws);

    [Fact]
    public void Distilling_and_quantizing_commute_for_any_model() =>
        Prop.ForAll(Arb.From(AnyModel), Arb.From(Gen.Choose(10, 200)), (model, tenths) =>
        {
            var distil = new Distillation { Factor = tenths / 10.0, QualityKept = 90.Percent };
            var quantize = Quantization.To(ModelFormat.Int4WeightOnly);
            (CustomModel one, CustomModel other) = (model.With(distil).With(quantize), model.With(quantize).With(distil));
            return one.WeightBytes == other.WeightBytes && one.FlopsPerExample == other.FlopsPerExample;
        }).Check(Laws);
}
