// W1 to W4 in Squiggle; prints one JSON line. Parsing (about 3 ms) is part of every run, as it is for a user.
// Usage: node peer_squiggle.mjs WORKLOAD SAMPLES THREADS SECONDS, from a folder with @quri/squiggle-lang installed.
import { readFileSync } from "node:fs";
import { run } from "@quri/squiggle-lang";

const inputs = `
users = 120M to 180M
requests = 5 to 20
peakFactor = triangular(1.5, 2, 4)
features = uniform(200, 800)
bytes = 8 to 64
gflop = 0.5 to 5
utilisation = beta(8, 6)
price = uniform(1.5, 4)
days = SampleSet.fromDist(mx(30, 90, 365, [0.5, 0.3, 0.2]))
`;

const model = `
peak = users * requests / 86400 * peakFactor
bandwidth = peak * features * bytes
storage = users * requests * features * bytes * days * 3
machines = SampleSet.map(peak * gflop * 1e9 / (312e12 * utilisation), {|x| Number.ceil(x)})
cost = machines * price * 730
`;

const statistics = `
summary(x) = [mean(x), quantile(x, 0.05), quantile(x, 0.5), quantile(x, 0.95)]
`;

const point = `
point(users, requests, peakFactor, features, bytes, gflop, utilisation, price, days) = {
  peak = users * requests / 86400 * peakFactor
  machines = Number.ceil(peak * gflop * 1e9 / (312e12 * utilisation))
  [peak, peak * features * bytes, users * requests * features * bytes * days * 3, machines, machines * price * 730]
}
`;

const capacity = inputs + model + statistics + "[summary(peak), summary(bandwidth), summary(storage), summary(machines), summary(cost)]";

const calls = (count) =>
  point + `List.upTo(1, ${count}) -> List.map({|i| point(147000000 + i, 10, 2, 500, 22.6, 1.58, 0.57, 2.75, 90)[4]}) -> List.length`;

function graph() {
  const lines = [];
  for (let i = 0; i < 64; i++) lines.push(`i${i} = SampleSet.fromDist(lognormal(0, 0.1))`);
  const mask = (1n << 64n) - 1n;
  let state = 12345n;
  for (let i = 0; i < 200; i++) {
    state = (state + 0x9e3779b97f4a7c15n) & mask;
    let z = ((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    const before = i === 0 ? "i0" : `n${i - 1}`;
    const operand = `i${(z ^ (z >> 31n)) & 63n}`;
    lines.push(i % 2 === 1 ? `n${i} = ${before} * ${operand}` : `n${i} = (${before} + ${operand}) * 0.5`);
  }
  return lines.join("\n") + statistics + "summary(n199)";
}

let result = [];

/** Time of a run, whose result is kept. */
async function milliseconds(code, sampleCount, seed) {
  const start = performance.now();
  const output = await run(code, { environment: { sampleCount, xyPointLength: 1000, seed: `s${seed}`, profile: false } });
  const elapsed = performance.now() - start;
  if (!output.result.ok) throw new Error(output.result.value.toString());
  result = output.result.value.result.asJS();
  return elapsed;
}

/** Fastest of the runs that fit into the time, at least two. */
async function fastest(code, samples, seconds) {
  let best = Infinity;
  const end = performance.now() + 1000 * seconds;
  for (let runs = 0; runs < 2 || performance.now() < end; runs++) best = Math.min(best, await milliseconds(code, samples, runs));
  return best;
}

async function nanosecondsPerSample(workload, samples, seconds) {
  if (workload === "W3") {
    // The difference of two lengths leaves parsing out.
    const short = await fastest(calls(1000), 1000, seconds / 2);
    const long = await fastest(calls(11000), 1000, seconds / 2);
    return ((long - short) / 10000) * 1e6;
  }
  return ((await fastest(workload === "W4" ? graph() : capacity, samples, seconds)) / samples) * 1e6;
}

const [workload, samples, threads, seconds] = process.argv.slice(2);
for (let i = 0; i < 20; i++) await milliseconds(workload === "W3" ? calls(100) : capacity, 1000, i);
const { version } = JSON.parse(readFileSync(new URL("node_modules/@quri/squiggle-lang/package.json", import.meta.url)));
const line = {
  workload,
  peer: "squiggle",
  threads: Number(threads),
  samples: Number(samples),
  nanosecondsPerSample: await nanosecondsPerSample(workload, Number(samples), Number(seconds)),
  version: `Squiggle ${version}, Node ${process.versions.node}`,
};
if (workload === "W1" || workload === "W2") line.statistics = result.flat();
console.log(JSON.stringify(line));
