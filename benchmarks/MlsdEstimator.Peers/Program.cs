using MlsdEstimator.Peers;

return PeersProgram.Run(args, Console.Out, Console.Error);
