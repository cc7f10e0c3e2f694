using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(MlsdEstimator.Benchmarks.WorksheetBenchmarks).Assembly).Run(args);
