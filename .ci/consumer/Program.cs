using MlsdEstimator;

// What a user of the package does first: no project of the repository is referenced here.
Scalar users = 500.Million.Named("daily active users");
Rate peak = Traffic.FromUsers(users, 3.To(30, best: 10), Peak.Factor(2)).Peak;
Console.WriteLine($"{peak.PerSecond:0} requests per second at peak");
