namespace MlsdEstimator.Tests;

public class NetworkStepTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    /// <summary>
    /// Round costs: arithmetic twice the bound (1 + 0.5 x 2), six passes of activations (3 x 2), two of weights (4 x 0.5), 10 us a layer (5 x 2), 1 ms an item; of hybrids
    /// four times the bound (1 + 0.5 x 2 x 3) and 24 passes of activations (3 x 2 x 4).
    /// </summary>
    private static readonly NetworkEfficiencies Round = new(
        [new NetworkCost(DeviceClass.Accelerator, "TensorRT", 0.5, 3, 4, 5e-6, 1e-3, 0.1, 7, 5)],
        [.. from device in Enum.GetValues<DeviceClass>() from kind in Enum.GetValues<NetworkKind>() select new NetworkKindCost(device, kind, 2, 2, 0.5, 2, 0.2)],
        [new NetworkPairCost(DeviceClass.Accelerator, "TensorRT", NetworkKind.Hybrid, 3, 4, 0.3)],
        new NetworkEnergy(0.5e-12, 25e-12),
        Day);

    private static readonly Accelerator Device = new()
    {
        Name = "round",
        Kind = DeviceKind.Gpu,
        Peaks = [(Precision.Fp32, FlopRate.FromTeraflopsPerSecond(10)), (Precision.Fp16, FlopRate.FromTeraflopsPerSecond(100))],
        MemoryBandwidth = Bandwidth.FromGigabytesPerSecond(1_000),
        Source = "test",
    };

    private static readonly NetworkWork Work = new()
    {
        Kind = NetworkKind.Convolution, Flops = FlopCount.FromGigaflops(10), Activations = 10.Million, Parameters = 50.Million, Layers = 100,
    };

    private static readonly NetworkStep Step = new()
    {
        Work = Work, Device = Device, Format = ModelFormat.Fp16, Stack = NetworkRuntime.TensorRt, Batch = 8, Efficiencies = Round,
    };

    /// <summary>By hand: 8 x 10 GFLOP / 100 TFLOP/s = 0.8 ms; 8 x 10 M x 2 B / 1 TB/s = 0.16 ms; 50 M x 2 B / 1 TB/s = 0.1 ms. sqrt((1.6 + 0.96 + 0.2 + 8)^2 + 1^2) = 10.8063685.</summary>
    [Fact]
    public void Step_of_an_accelerator_joins_its_work_with_the_launches_of_the_host()
    {
        Assert.Equal(0.8, Step.Bound.Milliseconds, 9);
        Assert.Equal(1.6, Step.Arithmetic.Milliseconds, 9);
        Assert.Equal(0.96, Step.Activations.Milliseconds, 9);
        Assert.Equal(0.2, Step.Weights.Milliseconds, 9);
        Assert.Equal(1, Step.Launches.Milliseconds, 9);
        Assert.Equal(8, Step.Feeding.Milliseconds, 9);
        Assert.Equal(10.806368492699, Step.Step.Milliseconds, 9);
        Assert.Equal(740.304, Step.Throughput.PerSecond, 3);
        Assert.Equal(681.080, Step.DeployedThroughput.PerSecond, 3);
        Assert.Equal(
            ["step time", "items per second, benchmarked", "items per second, deployed", "bound by arithmetic", "bound by memory", "arithmetic", "activations", "weights", "launches", "feeding", "powering"],
            Step.Results.Select(result => result.Name));
    }

    /// <summary>
    /// By hand: twice the peak is the bound, 80 GFLOP / 200 TFLOP/s = 0.4 ms; 1.5 times as fast is what is reached, 1.6 / 1.5 = 1.0666667 ms; weights are read dense.
    /// sqrt((1.0666667 + 0.96 + 0.2 + 8)^2 + 1^2) = 10.2754421. Energy: 80 mJ / 1.5 + 10.5 mJ of bytes of a board of 8.8 W are 7.2537879 ms.
    /// </summary>
    [Fact]
    public void Step_of_two_of_four_weights_is_bound_by_twice_the_peak_and_reaches_half_of_the_gain()
    {
        NetworkStep sparse = Step with { Device = Device with { HasTwoOfFour = true, Power = Power.FromWatts(8.8) }, Work = Work with { IsTwoOfFour = true } };
        Assert.Equal(200, sparse.Peak.TeraflopsPerSecond, 9);
        Assert.Equal(0.4, sparse.Bound.Milliseconds, 9);
        Assert.Equal(1.0666666667, sparse.Arithmetic.Milliseconds, 9);
        Assert.Equal(0.2, sparse.Weights.Milliseconds, 9);
        Assert.Equal(7.2537878788, sparse.Powering.Milliseconds, 9);
        Assert.Equal(10.2754421, (sparse with { Device = Device with { HasTwoOfFour = true } }).Step.Milliseconds, 6);
        Assert.Equal(10, (sparse with { Format = ModelFormat.Fp32 }).Peak.TeraflopsPerSecond, 9);
        Assert.Equal(100, (sparse with { Device = Device }).Peak.TeraflopsPerSecond, 9);
        Assert.Equal(100, (sparse with { Stack = NetworkRuntime.OnnxRuntime }).Peak.TeraflopsPerSecond, 9);
    }

    [Fact]
    public void Work_of_a_pruned_model_knows_its_zeros()
    {
        NetworkWork thin = NetworkWork.Of(PublishedModels.Transformer("BERT-base").With(Pruning.TwoOfFour), 128), sparse = NetworkWork.Of(PublishedModels.Transformer("BERT-base").With(Pruning.Unstructured(90.Percent)), 128);
        Assert.Equal((true, 0.5), (thin.IsTwoOfFour, thin.Zeros.Value));
        Assert.Equal((false, 0.9), (sparse.IsTwoOfFour, sparse.Zeros.Value));
        Assert.Equal(0, NetworkWork.Of(PublishedModels.Transformer("BERT-base"), 128).Zeros.Value);
    }

    /// <summary>
    /// By hand: 80 GFLOP on 16 bits are 160 G x 0.5 pJ = 80 mJ, 160 MB written and read and 100 MB read x 25 pJ = 10.5 mJ; 90.5 mJ of a board of 9.05 W take 10 ms:
    /// sqrt(10.76^2 + 10^2 + 1^2) = 14.7233692.
    /// </summary>
    [Fact]
    public void Step_of_a_GPU_is_no_faster_than_its_board_has_power_for()
    {
        NetworkStep capped = Step with { Device = Device with { Power = Power.FromWatts(9.05) } };
        Assert.Equal(10, capped.Powering.Milliseconds, 9);
        Assert.Equal(14.7233692, capped.Step.Milliseconds, 7);
        Assert.Equal(5, (capped with { Device = capped.Device with { Power = Power.FromWatts(18.1) } }).Powering.Milliseconds, 9);
        Assert.Equal(20, (capped with { Format = ModelFormat.Fp32 }).Powering.Milliseconds, 9);
        Assert.Equal(85.25 / 9.05, (capped with { Format = ModelFormat.Fp8 }).Powering.Milliseconds, 9); // no fp8 arithmetic: widened to 16 bits, activations stay narrow
    }

    /// <summary>
    /// DLRM-v2, 99.9 %, Offline, MLPerf Inference v4.1: 53,421 samples/s on a GH200 of 900 W with 4.9 TB/s, 30,758 and 28,413 on H100 NVL of 400 W with 3.9 TB/s and 0.84 of the arithmetic.
    /// Both have the chip of the H100: by bandwidth and arithmetic alone 0.86 of the speed, published 0.58 and 0.53, predicted 0.66. These rows are among those that were fitted.
    /// </summary>
    [Fact]
    public void Power_explains_most_of_why_a_card_of_400_W_is_slower_than_its_bandwidth_and_arithmetic_say()
    {
        double Ratio(Func<Accelerator, Accelerator> changed) => On(changed(Accelerators.Find("H100-NVL-94GB"))).Throughput.PerSecond / On(changed(Accelerators.Find("GH200-144GB"))).Throughput.PerSecond;
        static NetworkStep On(Accelerator device) => new()
        {
            Work = NetworkWork.Of(PublishedModels.Recommender("DLRM-DCNv2")), Device = device, Format = ModelFormat.Fp16, Stack = NetworkRuntime.TensorRt, Batch = 64,
        };

        Assert.Equal(0.86, Ratio(device => device with { Power = null }), 0.02);
        Assert.InRange(Ratio(device => device), 0.53, 0.68);
    }

    [Theory]
    [InlineData(DeviceKind.Cpu)]
    [InlineData(DeviceKind.Tpu)]
    [InlineData(DeviceKind.IntegratedGpu)]
    public void Power_limits_no_device_that_it_was_not_fitted_to(DeviceKind kind)
    {
        NetworkStep step = Step with { Device = Device with { Kind = kind, Power = Power.FromWatts(9.05) }, Efficiencies = NetworkEfficiencies.Fitted };
        Assert.Equal(0, step.Powering.Seconds);
        Assert.Equal((step with { Device = step.Device with { Power = null } }).Step.Seconds, step.Step.Seconds, 12);
    }

    /// <summary>The same costs on a CPU: 10.76 ms of work, then 1 ms of launches.</summary>
    [Fact]
    public void Step_of_a_CPU_is_the_sum_of_its_parts()
    {
        NetworkEfficiencies ofCpu = new([Round.Stacks[0] with { Device = DeviceClass.Cpu }], Round.Kinds, [], Round.Energy.Fitted, Day);
        NetworkStep step = Step with { Device = Device with { Kind = DeviceKind.Cpu }, Efficiencies = ofCpu };
        Assert.Equal(11.76, step.Step.Milliseconds, 9);
    }

    /// <summary>Four times 0.8 ms, 24 times 0.16 ms; weights and layers have no factor of a stack and a kind.</summary>
    [Fact]
    public void Kind_in_a_stack_has_factors_of_its_own()
    {
        NetworkStep hybrid = Step with { Work = Work with { Kind = NetworkKind.Hybrid } };
        Assert.Equal(3.2, hybrid.Arithmetic.Milliseconds, 9);
        Assert.Equal(3.84, hybrid.Activations.Milliseconds, 9);
        Assert.Equal(0.2, hybrid.Weights.Milliseconds, 9);
        Assert.Equal(1, hybrid.Launches.Milliseconds, 9);
    }

    /// <summary>1 G weights of 2 B less 256 MiB of cache, over 1 TB/s, is 1.7316 ms; of an own cache of 1 GB it is 1 ms. It bounds the step where costs are tiny.</summary>
    [Fact]
    public void Weights_beyond_the_cache_bound_the_step()
    {
        NetworkStep large = Step with { Work = Work with { Parameters = 1.Billion } };
        Assert.Equal(0, Step.ReadingBound.Seconds);
        Assert.Equal(1.731564544, large.ReadingBound.Milliseconds, 9);
        Assert.Equal(1, (large with { Device = Device with { OnChipMemory = 1.Gigabytes } }).ReadingBound.Milliseconds, 9);
        Assert.Equal(2 - 1.207959552, (large with { Device = Device with { Kind = DeviceKind.Cpu } }).ReadingBound.Milliseconds, 9);
        NetworkEfficiencies free = new([Round.Stacks[0] with { Weights = 0.1, Launch = 1e-12, Feeding = 1e-12 }], Round.Kinds, Round.Pairs, Round.Energy.Fitted, Day);
        NetworkStep best = large with { Batch = 1, Work = large.Work with { Flops = 1.Gigaflops }, Efficiencies = free };
        Assert.Equal(1.731564544, best.Step.Milliseconds, 9);
    }

    [Fact]
    public void Throughput_follows_from_the_step()
    {
        Assert.Equal(8 / 0.010806368492699, Step.Throughput.PerSecond, 5);
    }

    /// <summary>In 32 bits: a tenth of the peak, twice the bytes.</summary>
    [Fact]
    public void Format_acts_through_bytes_and_peak()
    {
        NetworkStep wide = Step with { Format = ModelFormat.Fp32 };
        Assert.Equal(16, wide.Arithmetic.Milliseconds, 9);
        Assert.Equal(1.92, wide.Activations.Milliseconds, 9);
        Assert.Equal(0.4, wide.Weights.Milliseconds, 9);
        NetworkStep stored = Step with { Format = ModelFormat.Int8WeightOnly };
        Assert.Equal(1.6, stored.Arithmetic.Milliseconds, 9);
        Assert.Equal(0.1, stored.Weights.Milliseconds, 9);
    }

    /// <summary>Hybrids were seen in the stack; convolutions in others only, which adds 0.35 to their 0.2.</summary>
    [Fact]
    public void Range_comes_from_the_shared_factor_and_the_residual()
    {
        Estimate<Duration> belief = Step.Step.Simulate();
        double width = Math.Log(belief.High.Seconds / belief.Low.Seconds);
        Assert.Equal(2 * 1.6449 * Math.Sqrt(0.1 * 0.1 + 0.2 * 0.2 + 0.35 * 0.35), width, 1e-2);
        NetworkStep hybrid = Step with { Work = Work with { Kind = NetworkKind.Hybrid } };
        Estimate<Duration> wider = hybrid.Step.Simulate();
        Assert.Equal(2 * 1.6449 * Math.Sqrt(0.1 * 0.1 + 0.3 * 0.3), Math.Log(wider.High.Seconds / wider.Low.Seconds), 1e-2);
    }

    /// <summary>Steps of one stack share a leaf: their ratio knows only the residuals.</summary>
    [Fact]
    public void Steps_of_one_stack_and_kind_share_their_doubt()
    {
        NetworkStep other = Step with { Work = Work with { Flops = FlopCount.FromGigaflops(20) } };
        Estimate<Scalar> ratio = (other.Step / Step.Step).Simulate();
        Assert.Equal(12.400387090732 / 10.806368492699, ratio.Low.Value, 8);
        Assert.Equal(12.400387090732 / 10.806368492699, ratio.High.Value, 8);
    }

    /// <summary>By the shared factor alone a twentieth of the draws would be 15 % below; the bound holds them.</summary>
    [Fact]
    public void No_draw_beats_the_peak()
    {
        NetworkStep all = Step with
        {
            Efficiencies = new([new NetworkCost(DeviceClass.Accelerator, "TensorRT", 1e-9, 1e-9, 1e-9, 1e-12, 1e-12, 0.5, 1, 1)], Round.Kinds, [], Round.Energy.Fitted, Day),
        };
        Estimate<Duration> belief = all.Step.Simulate();
        Assert.Equal(0.8, belief.Low.Milliseconds, 6);
        Assert.True(belief.High.Milliseconds > 1.5);
    }

    [Fact]
    public void Unknown_stack_has_the_middle_costs_and_the_widest_range()
    {
        NetworkStep unknown = Step with { Efficiencies = NetworkEfficiencies.Fitted, Stack = NetworkRuntime.Unknown };
        double width = Width(unknown);
        foreach (NetworkRuntime known in new[] { NetworkRuntime.PyTorchEager, NetworkRuntime.PyTorchCompiled, NetworkRuntime.TensorRt, NetworkRuntime.TensorFlow })
            Assert.True(Width(unknown with { Stack = known }) < width, known.Name);
        Assert.Equal(unknown.Step.Seconds, (unknown with { Stack = NetworkRuntime.DeepSparse }).Step.Seconds, 12);
        static double Width(NetworkStep step) => step.Step.Simulate() is var belief ? belief.High.Seconds / belief.Low.Seconds : 0;
    }

    /// <summary>exp of the mean logarithm of 2 and 8 is 4; the host time of an unknown stack is none.</summary>
    [Fact]
    public void Middle_of_stacks_is_geometric()
    {
        NetworkCost first = new(DeviceClass.Accelerator, "TensorRT", 2, 2, 2, 2e-6, 5, 0.1, 1, 1), second = first with { Stack = "JAX", Arithmetic = 8, Traffic = 8, Weights = 8, Launch = 8e-6 };
        var both = new NetworkEfficiencies([first, second], [new NetworkKindCost(DeviceClass.Accelerator, NetworkKind.Convolution, 1, 1, 1, 1, 0.2)], [], Round.Energy.Fitted, Day);
        NetworkCosts middle = both.Of(DeviceKind.Gpu, NetworkRuntime.Unknown);
        Assert.Equal(5, middle.Arithmetic(NetworkKind.Convolution).Value, 9);
        Assert.Equal(4, middle.Traffic(NetworkKind.Convolution).Value, 9);
        Assert.Equal(4, middle.Weights(NetworkKind.Convolution).Value, 9);
        Assert.Equal(4, middle.Launch(NetworkKind.Convolution).Microseconds, 9);
        Assert.Equal(0, middle.Feeding.Seconds);
    }

    [Theory]
    [InlineData(DeviceKind.Cpu, true)]
    [InlineData(DeviceKind.MobileCpu, true)]
    [InlineData(DeviceKind.Gpu, false)]
    [InlineData(DeviceKind.Tpu, false)]
    [InlineData(DeviceKind.IntegratedGpu, false)]
    public void Class_of_a_device_is_that_of_its_kind(DeviceKind kind, bool isCpu) =>
        Assert.Equal(isCpu ? DeviceClass.Cpu : DeviceClass.Accelerator, NetworkEfficiencies.ClassOf(kind));

    /// <summary>95 % zeros of which 72 % are skipped: 1 - 0.684 of the operations are left. Other stacks gain nothing.</summary>
    [Fact]
    public void Zeros_help_only_where_they_are_skipped()
    {
        NetworkWork sparse = Work with { Zeros = 95.Percent };
        Assert.Equal(0.8, (Step with { Work = sparse }).Bound.Milliseconds, 9);
        NetworkStep skipping = Step with { Work = sparse, Stack = NetworkRuntime.DeepSparse };
        Assert.Equal(0.8, skipping.Bound.Milliseconds, 9); // runs on CPUs only
        Assert.Equal(0.8 * 0.316, (skipping with { Device = Device with { Kind = DeviceKind.Cpu } }).Bound.Milliseconds, 9);
    }

    [Fact]
    public void Deployed_share_is_that_of_the_pairs_of_MLPerf()
    {
        Estimate<Fraction> share = DeployedShares.UnderLatencyLimit.Simulate();
        Assert.Equal(0.74, share.Low.BaseValue, 3);
        Assert.Equal(0.92, DeployedShares.UnderLatencyLimit.BaseValue, 9);
        Assert.Equal(0.98, share.High.BaseValue, 3);
        Assert.Equal(370.152, (Step with { DeployedShare = 50.Percent }).DeployedThroughput.PerSecond, 3);
    }

    /// <summary>5 %, 50 % and 95 % points of the 14 ratios, by numpy.</summary>
    [Fact]
    public void Share_of_a_capped_device_is_that_of_the_pairs_of_MLPerf()
    {
        Estimate<Fraction> share = DeployedShares.PowerCapped.Simulate();
        Assert.Equal(0.71, share.Low.BaseValue, 3);
        Assert.Equal(0.757, DeployedShares.PowerCapped.BaseValue, 9);
        Assert.Equal(0.785, share.High.BaseValue, 3);
    }

    /// <summary>BERT-base at 384 tokens: 12 x 2 x (384 x 7,077,888 + 2 x 384^2 x 768) FLOPs, the figure of fvcore's counter without embeddings.</summary>
    [Fact]
    public void Encoder_counts_layers_and_attention()
    {
        var work = NetworkWork.Encoder(12, 768, 12, 3072, 384);
        Assert.Equal(70_665_633_792, work.Flops.BaseValue, 0.5);
        Assert.Equal(84_934_656, work.Parameters.Value);
        Assert.Equal(56_623_104, work.Activations.Value);
        Assert.Equal(96, work.Layers.Value);
        Assert.Equal(work.Flops.BaseValue, NetworkWork.Of(PublishedModels.Transformer("BERT-base"), 384).Flops.BaseValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkWork.Encoder(12, 768, 0, 3072, 384));
    }

    [Fact]
    public void Work_of_shapes_in_the_catalogue_is_theirs()
    {
        ConvNet resnet = PublishedModels.ConvNet("ResNet-50");
        var image = NetworkWork.Of(resnet, NetworkKind.Convolution);
        Assert.Equal(8.22, image.Flops.Gigaflops, 0.02);
        Assert.Equal(11.1, image.Activations.Value / 1e6, 0.05);
        Recommender dlrm = PublishedModels.Recommender("DLRM-DCNv2");
        var request = NetworkWork.Of(dlrm);
        Assert.Equal(270 * 0.0320, request.Flops.Gigaflops, 0.2);
        Assert.Equal(270 * (214 * 128 + 4 * 3456 + 512 + 256 + 128 + 1024 + 1024 + 512 + 256 + 1), request.Activations.Value, 0.5);
        Assert.Equal(12, request.Layers.Value);
        Assert.Equal(NetworkKind.Recommender, request.Kind);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_with_what_to_do()
    {
        var bare = new ConvNet { Title = "own", Parameters = 1, Macs = 1, Format = ModelFormat.Fp16 };
        Assert.StartsWith("'own' does not say its activations", Assert.Throws<ArgumentException>(() => NetworkWork.Of(bare, NetworkKind.Convolution)).Message, StringComparison.Ordinal);
        Assert.Contains("have their own step times", Assert.Throws<ArgumentException>(() => NetworkWork.Of(PublishedModels.Transformer("Llama-2-7B"), 384)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Impossible_input_is_refused(double value)
    {
        Assert.ThrowsAny<ArgumentException>(() => Step with { Batch = value });
        Assert.ThrowsAny<ArgumentException>(() => Work with { Flops = FlopCount.FromGigaflops(value) });
        Assert.ThrowsAny<ArgumentException>(() => Work with { Parameters = value });
        Assert.ThrowsAny<ArgumentException>(() => Work with { Layers = value });
    }

    [Fact]
    public void Wrong_input_is_named()
    {
        Assert.Contains("batch size", Assert.Throws<ArgumentOutOfRangeException>(() => Step with { Batch = 0.5 }).Message, StringComparison.Ordinal);
        Assert.Contains("activations per item", Assert.Throws<ArgumentOutOfRangeException>(() => Work with { Activations = -1 }).Message, StringComparison.Ordinal);
        Assert.Contains("zero weights", Assert.Throws<ArgumentOutOfRangeException>(() => Work with { Zeros = 100.Percent }).Message, StringComparison.Ordinal);
        Assert.Contains("kind of network", Assert.Throws<ArgumentOutOfRangeException>(() => Work with { Kind = (NetworkKind)99 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Step with { Work = null! });
        Assert.Throws<ArgumentNullException>(() => Step with { Device = null! });
        Assert.Throws<ArgumentNullException>(() => Step with { Stack = null! });
    }

    /// <summary>Deviations of ln(time): of the pair 0.3; of a kind that the stack was not seen with (0.2^2 + 0.35^2)^0.5; of an unknown stack that of the kind, 0.2.</summary>
    [Fact]
    public void Spread_of_a_network_is_that_of_its_pair_or_of_its_kind_and_more()
    {
        NetworkCost stack = new(DeviceClass.Accelerator, "TensorRT", 1, 1, 1, 1e-6, 1e-6, 0.1, 7, 5);
        NetworkKindCost kind = new(DeviceClass.Accelerator, NetworkKind.Convolution, 1, 1, 1, 1, 0.2);
        NetworkPairCost pair = new(DeviceClass.Accelerator, "TensorRT", NetworkKind.Hybrid, 1, 1, 0.3);
        NetworkEfficiencies both = new(
            [stack, stack with { Device = DeviceClass.Cpu, Stack = "DeepSparse" }],
            [kind, kind with { Kind = NetworkKind.Hybrid }, kind with { Device = DeviceClass.Cpu }],
            [pair, pair with { Device = DeviceClass.Cpu }],
            new NetworkEnergy(1e-12, 1e-10),
            new DateOnly(2026, 11, 22));

        Assert.Equal(0.3, Deviation(both.Of(DeviceKind.Gpu, NetworkRuntime.TensorRt).Residual(NetworkKind.Hybrid)), 0.01);
        Assert.Equal(0.40311, Deviation(both.Of(DeviceKind.Gpu, NetworkRuntime.TensorRt).Residual(NetworkKind.Convolution)), 0.01);
        Assert.Equal(0.2, Deviation(both.Of(DeviceKind.Gpu, NetworkRuntime.Unknown).Residual(NetworkKind.Convolution)), 0.01);
        Assert.Equal(0.46097722, NetworkCosts.SpreadOfUnseen(0.3), 8);
        Assert.Equal("TensorRT accelerator factor", both.Of(DeviceKind.Gpu, NetworkRuntime.TensorRt).Shared.Name);
        Assert.Equal("DeepSparse CPU factor", both.Of(DeviceKind.Cpu, NetworkRuntime.DeepSparse).Shared.Name);
        Assert.Equal("fitted to 7 published results in 5 (model, device) blocks, 2026-11-22", both.Of(DeviceKind.Gpu, NetworkRuntime.Unknown).Shared.Source);
        static double Deviation(Scalar factor) => factor.Simulate() is var belief ? Math.Log(belief.High.Value / belief.Low.Value) / (2 * 1.644854) : 0;
    }

    [Fact]
    public void Stacks_are_found_by_name_whatever_the_capitals()
    {
        Assert.Same(NetworkRuntime.TensorRt, NetworkRuntime.Parse("tensorrt"));
        Assert.False(NetworkRuntime.TryParse(null, out _));
        Assert.Equal(NetworkRuntime.All.Count, NetworkRuntime.All.Select(stack => stack.ToString()).Distinct().Count());
        string message = Assert.Throws<FormatException>(() => NetworkRuntime.Parse("TensorRD")).Message;
        Assert.StartsWith("'TensorRD' is not a software stack. Nearest: ", message, StringComparison.Ordinal);
        Assert.Contains("TensorRT", message, StringComparison.Ordinal);
        Assert.EndsWith("Use 'unknown stack' for others.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fitted_costs_name_their_rows_and_day()
    {
        Scalar shared = NetworkEfficiencies.Fitted.Of(DeviceKind.Gpu, NetworkRuntime.PyTorchEager).Shared;
        Assert.True(shared.IsDefault);
        Assert.Contains("published results in", shared.Source, StringComparison.Ordinal);
        Assert.Equal("PyTorch eager accelerator factor", shared.Name);
        Assert.Same(shared, NetworkEfficiencies.Fitted.Of(DeviceKind.Tpu, NetworkRuntime.PyTorchEager).Shared);
        Assert.Equal("PyTorch compiled CPU factor", NetworkEfficiencies.Fitted.Of(DeviceKind.Cpu, NetworkRuntime.PyTorchCompiled).Shared.Name);
    }
}
