/* Draws one sample after the other: xoshiro256++, normals by a ziggurat of 256 layers, gammas by Marsaglia and Tsang (2000). */
#include "peer.h"

#include <math.h>
#include <string.h>

typedef struct {
  uint64_t a, b, c, d;
} xoshiro;

enum { LAYERS = 256 };

/* Where the tail starts and the area of a layer, for 256 layers. */
static const double tail_start = 3.6541528853610088, layer_area = 0.00492867323399;

static double layer_x[LAYERS + 1], layer_density[LAYERS + 1], layer_scale[LAYERS];
static uint64_t layer_limit[LAYERS];
static log_range users, requests, bytes, gflop;

static double density(double x) { return exp(-0.5 * x * x); }

static __attribute__((constructor)) void prepare(void) {
  layer_x[0] = layer_area / density(tail_start);
  layer_x[1] = tail_start;
  for (int i = 2; i < LAYERS; i++) layer_x[i] = sqrt(-2 * log(layer_area / layer_x[i - 1] + density(layer_x[i - 1])));
  layer_x[LAYERS] = 0;
  for (int i = 0; i <= LAYERS; i++) layer_density[i] = density(layer_x[i]);
  for (int i = 0; i < LAYERS; i++) {
    layer_scale[i] = layer_x[i] * 0x1p-52;
    layer_limit[i] = (uint64_t)(layer_x[i + 1] / layer_x[i] * 0x1p52);
  }
  users = range_of_log(120e6, 180e6);
  requests = range_of_log(5, 20);
  bytes = range_of_log(8, 64);
  gflop = range_of_log(0.5, 5);
}

void seed_generator(generator *state, uint64_t seed) {
  for (int i = 0; i < 4; i++) state->words[i] = split_mix(&seed);
}

static inline uint64_t rotate(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

static inline uint64_t next_bits(xoshiro *s) {
  uint64_t result = rotate(s->a + s->d, 23) + s->a, shifted = s->b << 17;
  s->c ^= s->a;
  s->d ^= s->b;
  s->b ^= s->c;
  s->a ^= s->d;
  s->c ^= shifted;
  s->d = rotate(s->d, 45);
  return result;
}

/* Strictly between 0 and 1. */
static inline double uniform(xoshiro *s) { return ((next_bits(s) >> 11) + 0.5) * 0x1p-53; }

static double tail(xoshiro *s) {
  double x, y;
  do {
    x = -log(uniform(s)) / tail_start;
    y = -log(uniform(s));
  } while (2 * y < x * x);
  return tail_start + x;
}

static inline double normal(xoshiro *s) {
  for (;;) {
    uint64_t bits = next_bits(s), position = bits >> 12;
    int layer = bits & (LAYERS - 1);
    double sign = bits & LAYERS ? -1 : 1, x = position * layer_scale[layer];
    if (__builtin_expect(position < layer_limit[layer], 1)) return sign * x;
    if (layer == 0) return sign * tail(s);
    if (layer_density[layer + 1] + uniform(s) * (layer_density[layer] - layer_density[layer + 1]) < density(x)) return sign * x;
  }
}

static inline double log_normal(xoshiro *s, log_range range) { return exp(range.mean + range.deviation * normal(s)); }

static inline double gamma_of(xoshiro *s, double shape) {
  double d = shape - 1.0 / 3, c = 1 / sqrt(9 * d);
  for (;;) {
    double x = normal(s), v = 1 + c * x;
    if (v <= 0) continue;
    v = v * v * v;
    double u = uniform(s);
    if (u < 1 - 0.0331 * x * x * x * x || log(u) < 0.5 * x * x + d * (1 - v + log(v))) return d * v;
  }
}

static inline double beta_8_6(xoshiro *s) {
  double eight = gamma_of(s, 8), six = gamma_of(s, 6);
  return eight / (eight + six);
}

/* From 1.5 to 4, mode 2. */
static inline double triangular(double u) { return u < 0.2 ? 1.5 + sqrt(u * 1.25) : 4 - sqrt((1 - u) * 5); }

static inline double retention(double u) { return u < 0.5 ? 30 : u < 0.8 ? 90 : 365; }

void draw_capacity(generator *state, int n, double *const outputs[OUTPUTS]) {
  xoshiro own, *s = &own;
  memcpy(&own, state->words, sizeof own);
  double *peaks = outputs[0], *bandwidths = outputs[1], *stores = outputs[2], *machines = outputs[3], *costs = outputs[4];
  for (int i = 0; i < n; i++) {
    double asked = log_normal(s, users) * log_normal(s, requests);
    double payload = (200 + 600 * uniform(s)) * log_normal(s, bytes);
    double peak = asked / 86400 * triangular(uniform(s));
    double count = ceil(peak * log_normal(s, gflop) * 1e9 / (312e12 * beta_8_6(s)));
    peaks[i] = peak;
    bandwidths[i] = peak * payload;
    stores[i] = asked * payload * retention(uniform(s)) * 3;
    machines[i] = count;
    costs[i] = count * (1.5 + 2.5 * uniform(s)) * 730;
  }
  memcpy(state->words, &own, sizeof own);
}

void draw_graph(generator *state, int n, const graph_node nodes[GRAPH_NODES], double *output) {
  static _Thread_local double inputs[GRAPH_INPUTS][BLOCK];
  xoshiro own, *s = &own;
  memcpy(&own, state->words, sizeof own);
  for (int input = 0; input < GRAPH_INPUTS; input++)
    for (int i = 0; i < n; i++) inputs[input][i] = exp(0.1 * normal(s));
  memcpy(state->words, &own, sizeof own);
  memcpy(output, inputs[0], sizeof(double) * n);
  for (int node = 0; node < GRAPH_NODES; node++) {
    const double *restrict input = inputs[nodes[node].input];
    if (nodes[node].is_product)
      for (int i = 0; i < n; i++) output[i] *= input[i];
    else
      for (int i = 0; i < n; i++) output[i] = 0.5 * (output[i] + input[i]);
  }
}
