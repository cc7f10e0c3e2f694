# W1 to W4 in base R, vectorised; prints one JSON line.
# Usage: Rscript peer_r.R WORKLOAD SAMPLES THREADS SECONDS

log_range <- function(low, high) {
  score_of_95 <- 1.6448536269514722
  c((log(low) + log(high)) / 2, (log(high) - log(low)) / (2 * score_of_95))
}
users_range <- log_range(120e6, 180e6)
requests_range <- log_range(5, 20)
bytes_range <- log_range(8, 64)
gflop_range <- log_range(0.5, 5)

draws <- function(n) {
  users <- rlnorm(n, users_range[1], users_range[2])
  requests <- rlnorm(n, requests_range[1], requests_range[2])
  u <- runif(n)
  peak_factor <- ifelse(u < 0.2, 1.5 + sqrt(u * 1.25), 4 - sqrt((1 - u) * 5))
  features <- runif(n, 200, 800)
  bytes <- rlnorm(n, bytes_range[1], bytes_range[2])
  gflop <- rlnorm(n, gflop_range[1], gflop_range[2])
  utilisation <- rbeta(n, 8, 6)
  price <- runif(n, 1.5, 4)
  days <- sample(c(30, 90, 365), n, replace = TRUE, prob = c(0.5, 0.3, 0.2))
  peak <- users * requests / 86400 * peak_factor
  machines <- ceiling(peak * gflop * 1e9 / (312e12 * utilisation))
  list(peak, peak * features * bytes, users * requests * features * bytes * days * 3, machines, machines * price * 730)
}

statistics <- function(columns) lapply(columns, function(x) c(mean(x), quantile(x, c(0.05, 0.5, 0.95), names = FALSE)))

point <- function(users, requests, peak_factor, features, bytes, gflop, utilisation, price, days) {
  peak <- users * requests / 86400 * peak_factor
  machines <- ceiling(peak * gflop * 1e9 / (312e12 * utilisation))
  c(peak, peak * features * bytes, users * requests * features * bytes * days * 3, machines, machines * price * 730)
}

evaluations <- function() for (i in 1:10000) point(1.47e8 + i, 10, 2, 500, 22.6, 1.58, 0.57, 2.75, 90)

# Sums and products take turns; which input a node reads does not change the cost.
set.seed(1)
operands <- sample(64, 200, replace = TRUE)
graph <- function(n) {
  inputs <- lapply(1:64, function(i) rlnorm(n, 0, 0.1))
  value <- inputs[[1]]
  for (k in 1:200) {
    operand <- inputs[[operands[k]]]
    value <- if (k %% 2 == 0) value * operand else 0.5 * (value + operand)
  }
  statistics(list(value))
}

elapsed <- function(work) {
  start <- as.numeric(Sys.time())
  work()
  as.numeric(Sys.time()) - start
}

fastest <- function(work, seconds) {
  work()
  best <- Inf
  runs <- 0
  end <- as.numeric(Sys.time()) + seconds
  while (runs < 3 || as.numeric(Sys.time()) < end) {
    best <- min(best, elapsed(work))
    runs <- runs + 1
  }
  best
}

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) != 4) stop("usage: Rscript peer_r.R WORKLOAD SAMPLES THREADS SECONDS")
workload <- arguments[1]
samples <- as.integer(arguments[2])
seconds <- as.numeric(arguments[4])
work <- switch(workload, W3 = evaluations, W4 = function() graph(samples), function() statistics(draws(samples)))
units <- if (workload == "W3") 10000 else samples
time <- fastest(work, seconds)
checked <- if (workload %in% c("W1", "W2")) sprintf(',"statistics":[%s]', paste(sprintf("%.9g", unlist(work())), collapse = ",")) else ""
cat(sprintf(
  '{"workload":"%s","peer":"r","threads":%s,"samples":%d,"nanosecondsPerSample":%.3f,"version":"R %s"%s}\n',
  workload, arguments[3], samples, time / units * 1e9, getRversion(), checked))
