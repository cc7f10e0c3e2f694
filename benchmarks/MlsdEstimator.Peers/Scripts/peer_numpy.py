"""W1 to W4 in NumPy; prints one JSON line.

Usage: peer_numpy.py best|plain WORKLOAD SAMPLES THREADS SECONDS

best:  SFC64, draws and arithmetic in place over pieces that stay in the cache, order statistics by partition in place;
       one evaluation (W3) on plain Python floats.
plain: one expression a line over whole arrays, the default generator, np.quantile; one evaluation on NumPy scalars.
accuracy (best only): SAMPLES is the size of each of 50 runs whose error is measured.
"""
import json
import math
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

PIECE = 8192
GRAPH_INPUTS, GRAPH_NODES = 64, 200
PROBABILITIES = (0.05, 0.5, 0.95)
SEEDS = 50

# p5, p50, p95 of peak QPS, feature bytes per second and log storage, by quadrature.
EXACT = (
    (18643.8378273, 41526.262834, 92938.3163382),
    (101279174.943, 442154943.614, 1865212806.23),
    (4.543031099e14, 2.86038827152e15, 3.16190498277e16),
)


def log_range(low, high):
    """Mean and deviation of the logarithm, 90 % between the ends."""
    score_of_95 = 1.6448536269514722
    return (math.log(low) + math.log(high)) / 2, (math.log(high) - math.log(low)) / (2 * score_of_95)


USERS, REQUESTS = log_range(120e6, 180e6), log_range(5, 20)
BYTES, GFLOP = log_range(8, 64), log_range(0.5, 5)


# ---- W1 and W2 ----

def plain_draws(rng, n):
    users = rng.lognormal(*USERS, n)
    requests = rng.lognormal(*REQUESTS, n)
    peak_factor = rng.triangular(1.5, 2, 4, n)
    features = rng.uniform(200, 800, n)
    bytes_each = rng.lognormal(*BYTES, n)
    gflop = rng.lognormal(*GFLOP, n)
    utilisation = rng.beta(8, 6, n)
    price = rng.uniform(1.5, 4, n)
    days = rng.choice([30.0, 90.0, 365.0], n, p=[0.5, 0.3, 0.2])
    peak = users * requests / 86400 * peak_factor
    bandwidth = peak * features * bytes_each
    storage = users * requests * features * bytes_each * days * 3
    machines = np.ceil(peak * gflop * 1e9 / (312e12 * utilisation))
    return [peak, bandwidth, storage, machines, machines * price * 730]


def plain_statistics(columns):
    return [(column.mean(), *np.quantile(column, PROBABILITIES)) for column in columns]


def exp_of_normal(rng, mean, deviation, out):
    rng.standard_normal(out=out)
    out *= deviation
    out += mean
    np.exp(out, out=out)


def uniform_between(rng, low, high, out):
    rng.random(out=out)
    out *= high - low
    out += low


def triangular(rng, out, u, below):
    """From 1.5 to 4, mode 2, without a branch."""
    rng.random(out=u)
    np.subtract(1, u, out=out)
    out *= 5
    np.sqrt(out, out=out)
    np.subtract(4, out, out=out)
    np.less(u, 0.2, out=below)
    u *= 1.25
    np.sqrt(u, out=u)
    u += 1.5
    np.copyto(out, u, where=below)


def best_piece(rng, columns, scratch, below):
    """Users and requests occur only as a product: one exponential for both."""
    peak, bandwidth, storage, machines, cost = columns
    asked, payload, x, u = scratch
    rng.standard_normal(out=asked)
    asked *= USERS[1]
    rng.standard_normal(out=x)
    x *= REQUESTS[1]
    asked += x
    asked += USERS[0] + REQUESTS[0]
    np.exp(asked, out=asked)
    triangular(rng, x, u, below)
    np.multiply(asked, x, out=peak)
    peak /= 86400
    exp_of_normal(rng, *BYTES, payload)
    uniform_between(rng, 200, 800, u)
    payload *= u
    np.multiply(peak, payload, out=bandwidth)
    rng.random(out=u)
    x.fill(365)
    np.less(u, 0.8, out=below)
    np.copyto(x, 90, where=below)
    np.less(u, 0.5, out=below)
    np.copyto(x, 30, where=below)
    asked *= payload
    np.multiply(asked, x, out=storage)
    storage *= 3
    exp_of_normal(rng, *GFLOP, x)
    x *= peak
    x *= 1e9 / 312e12
    rng.standard_gamma(8.0, out=u)
    rng.standard_gamma(6.0, out=payload)
    payload += u
    x *= payload
    x /= u
    np.ceil(x, out=machines)
    uniform_between(rng, 1.5 * 730, 4 * 730, u)
    np.multiply(machines, u, out=cost)


def best_draws(rng, columns):
    n = len(columns[0])
    size = min(PIECE, n)
    scratch, below = [np.empty(size) for _ in range(4)], np.empty(size, bool)
    for start in range(0, n, size):
        end = min(start + size, n)
        best_piece(rng, [column[start:end] for column in columns], [x[:end - start] for x in scratch], below[:end - start])


def best_statistics(column):
    """Type 7 by one partition in place; the neighbour of each order statistic is partitioned with it."""
    mean, n = column.mean(), len(column)
    positions = [p * (n - 1) for p in PROBABILITIES]
    ranks = [int(position) for position in positions]
    column.partition(sorted({min(k, n - 1) for rank in ranks for k in (rank, rank + 1)}))
    return (mean, *(column[k] + (position - k) * (column[min(k + 1, n - 1)] - column[k]) for position, k in zip(positions, ranks)))


def plain_capacity(samples, threads):
    rng = np.random.default_rng(1)
    return lambda: plain_statistics(plain_draws(rng, samples))


def best_capacity(samples, threads):
    columns = [np.empty(samples) for _ in range(5)]
    cuts = [samples * i // threads for i in range(threads + 1)]
    generators = [np.random.Generator(np.random.SFC64(1 + i)) for i in range(threads)]
    parts = [[column[start:end] for column in columns] for start, end in zip(cuts, cuts[1:])]
    if threads == 1:
        def run():
            best_draws(generators[0], columns)
            return [best_statistics(column) for column in columns]
    else:
        pool = ThreadPoolExecutor(threads)

        def run():
            list(pool.map(best_draws, generators, parts))
            return list(pool.map(best_statistics, columns))
    return run


# ---- W3 ----

def evaluation(users, requests, peak_factor, features, bytes_each, gflop, utilisation, price, days, ceil):
    peak = users * requests / 86400 * peak_factor
    bandwidth = peak * features * bytes_each
    storage = users * requests * features * bytes_each * days * 3
    machines = ceil(peak * gflop * 1e9 / (312e12 * utilisation))
    return peak, bandwidth, storage, machines, machines * price * 730


def evaluations(variant):
    """1,000 evaluations, the first input changed before each."""
    kind, ceil = (float, math.ceil) if variant == "best" else (np.float64, np.ceil)
    others = [kind(x) for x in (10, 2, 500, 22.6, 1.58, 0.57, 2.75, 90)]
    users = [kind(1.47e8 + i) for i in range(1000)]

    def run():
        for changed in users:
            evaluation(changed, *others, ceil)
    return run


# ---- W4 ----

def graph():
    """Operation and second operand of each node; the first operand is the node before."""
    state, mask, nodes = 12345, (1 << 64) - 1, []
    for i in range(GRAPH_NODES):
        state = (state + 0x9E3779B97F4A7C15) & mask
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        nodes.append((i & 1, (z ^ (z >> 31)) & (GRAPH_INPUTS - 1)))
    return nodes


def plain_graph(samples):
    rng, nodes = np.random.default_rng(1), graph()

    def run():
        inputs = [rng.lognormal(0, 0.1, samples) for _ in range(GRAPH_INPUTS)]
        value = inputs[0]
        for is_product, operand in nodes:
            value = value * inputs[operand] if is_product else 0.5 * (value + inputs[operand])
        return plain_statistics([value])
    return run


def best_graph(samples):
    rng, nodes = np.random.Generator(np.random.SFC64(1)), graph()
    output, size = np.empty(samples), min(PIECE // 2, samples)
    inputs = np.empty((GRAPH_INPUTS, size))

    def run():
        for start in range(0, samples, size):
            end = min(start + size, samples)
            pieces = [x[:end - start] for x in inputs]
            for x in pieces:
                exp_of_normal(rng, 0, 0.1, x)
            value = output[start:end]
            np.copyto(value, pieces[0])
            for is_product, operand in nodes:
                if is_product:
                    value *= pieces[operand]
                else:
                    value += pieces[operand]
                    value *= 0.5
        return best_statistics(output)
    return run


# ---- measuring ----

def fastest(run, seconds):
    """Fastest of the runs that fit into the time, at least three, after one that warms up; and what the last run returned."""
    result = run()
    best, runs, end = math.inf, 0, time.perf_counter() + seconds
    while runs < 3 or time.perf_counter() < end:
        start = time.perf_counter()
        result = run()
        best = min(best, time.perf_counter() - start)
        runs += 1
    return best, result


def worst_error(samples):
    """Largest root-mean-square relative error of p5, p50 and p95 of the three smooth outputs over all seeds."""
    columns, squares = [np.empty(samples) for _ in range(5)], np.zeros((3, 3))
    for seed in range(SEEDS):
        best_draws(np.random.Generator(np.random.SFC64(1000 + seed)), columns)
        found = np.array([best_statistics(column)[1:] for column in columns[:3]])
        squares += (found / np.array(EXACT) - 1) ** 2
    return float(np.sqrt(squares / SEEDS).max())


def run_of(variant, workload, samples, threads):
    if workload == "W3":
        return evaluations(variant), 1000
    if workload == "W4":
        return (best_graph if variant == "best" else plain_graph)(samples), samples
    return (best_capacity if variant == "best" else plain_capacity)(samples, threads), samples


def main(variant, workload, samples, threads, seconds):
    run, units = run_of(variant, workload, samples, threads)
    best, result = fastest(run, seconds)
    line = {
        "workload": workload,
        "peer": f"numpy-{variant}",
        "threads": threads,
        "samples": samples,
        "nanosecondsPerSample": best / units * 1e9,
        "version": f"NumPy {np.__version__}, Python {sys.version.split()[0]}",
    }
    if workload in ("W1", "W2"):
        line["statistics"] = [float(x) for column in result for x in column]
    if workload == "accuracy":
        line["relativeError"] = worst_error(samples)
    print(json.dumps(line))


if __name__ == "__main__":
    if len(sys.argv) != 6 or sys.argv[1] not in ("best", "plain"):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5]))
