using MlsdEstimator.Accuracy;

return AccuracyProgram.Run(args, Console.Out, Console.Error);
