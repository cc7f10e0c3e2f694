/*
 * Draws blocks of 1,024 samples: lanes of xoshiro256++, normals by Box and Muller, exp, log, sin and cos of libmvec.
 * Build with -O3 -march=native -ffast-math, and with -mprefer-vector-width=512 where the processor has AVX-512.
 */
#include "peer.h"

#include <math.h>
#include <string.h>

/* As many lanes as a register holds: gcc splits wider vectors by way of memory. */
#ifdef __AVX512F__
enum { LANES = 8 };
#else
enum { LANES = 4 };
#endif

typedef uint64_t lanes_of_bits __attribute__((vector_size(8 * LANES)));
typedef double lanes_of_double __attribute__((vector_size(8 * LANES)));

typedef struct {
  lanes_of_bits a, b, c, d;
} xoshiro;

typedef struct {
  _Alignas(64) double x[BLOCK];
} block;

static log_range users, requests, bytes, gflop;

static __attribute__((constructor)) void prepare(void) {
  users = range_of_log(120e6, 180e6);
  requests = range_of_log(5, 20);
  bytes = range_of_log(8, 64);
  gflop = range_of_log(0.5, 5);
}

void seed_generator(generator *state, uint64_t seed) {
  for (int i = 0; i < 2 * 4 * LANES; i++) state->words[i] = split_mix(&seed);
}

#define ROTATE(x, by) (((x) << (by)) | ((x) >> (64 - (by))))

static inline lanes_of_bits next_bits(xoshiro *s) {
  lanes_of_bits result = ROTATE(s->a + s->d, 23) + s->a, shifted = s->b << 17;
  s->c ^= s->a;
  s->d ^= s->b;
  s->b ^= s->c;
  s->a ^= s->d;
  s->c ^= shifted;
  s->d = ROTATE(s->d, 45);
  return result;
}

/* 52 bits as the mantissa of a number from 1 to 2: no conversion of integers, which AVX2 lacks. */
static inline void store_uniform(lanes_of_bits bits, double *x) {
  lanes_of_double mantissa = (lanes_of_double)((bits >> 12) | 0x3ff0000000000000u);
  mantissa -= 1 - 0x1p-53;
  memcpy(x, &mantissa, sizeof mantissa);
}

/* Strictly between 0 and 1. Two generators in registers: the steps of one fill the waits of the other. */
static __attribute__((noinline)) void uniforms(generator *state, double *x, int n) {
  xoshiro first, second;
  memcpy(&first, state->words, sizeof first);
  memcpy(&second, state->words + 4 * LANES, sizeof second);
  for (int i = 0; i < n; i += 2 * LANES) {
    store_uniform(next_bits(&first), x + i);
    store_uniform(next_bits(&second), x + i + LANES);
  }
  memcpy(state->words, &first, sizeof first);
  memcpy(state->words + 4 * LANES, &second, sizeof second);
}

static __attribute__((noinline)) void normals(generator *state, double *restrict z) {
  enum { HALF = BLOCK / 2 };
  _Alignas(64) double radius[HALF], angle[HALF];
  uniforms(state, radius, HALF);
  uniforms(state, angle, HALF);
  for (int i = 0; i < HALF; i++) radius[i] = sqrt(-2 * log(radius[i]));
  for (int i = 0; i < HALF; i++) z[i] = radius[i] * cos(6.283185307179586 * angle[i]);
  for (int i = 0; i < HALF; i++) z[HALF + i] = radius[i] * sin(6.283185307179586 * angle[i]);
}

static __attribute__((noinline)) void log_normals(generator *state, log_range range, double *restrict x) {
  normals(state, x);
  for (int i = 0; i < BLOCK; i++) x[i] = exp(range.mean + range.deviation * x[i]);
}

/* A gamma of whole shape is minus the logarithm of a product of uniforms. */
static void log_of_product(generator *state, int factors, double *restrict x) {
  _Alignas(64) double factor[BLOCK];
  uniforms(state, x, BLOCK);
  for (int k = 1; k < factors; k++) {
    uniforms(state, factor, BLOCK);
    for (int i = 0; i < BLOCK; i++) x[i] *= factor[i];
  }
  for (int i = 0; i < BLOCK; i++) x[i] = log(x[i]);
}

static void beta_8_6(generator *state, double *restrict x) {
  _Alignas(64) double six[BLOCK];
  log_of_product(state, 8, x);
  log_of_product(state, 6, six);
  for (int i = 0; i < BLOCK; i++) x[i] = x[i] / (x[i] + six[i]);
}

/* From 1.5 to 4, mode 2. */
static void triangular(generator *state, double *restrict x) {
  uniforms(state, x, BLOCK);
  for (int i = 0; i < BLOCK; i++) {
    double rising = 1.5 + sqrt(x[i] * 1.25), falling = 4 - sqrt((1 - x[i]) * 5);
    x[i] = x[i] < 0.2 ? rising : falling;
  }
}

void draw_capacity(generator *state, int n, double *const outputs[OUTPUTS]) {
  static _Thread_local block asked, request, peak, feature, byte, work, usage, price, days;
  log_normals(state, users, asked.x);
  log_normals(state, requests, request.x);
  log_normals(state, bytes, byte.x);
  log_normals(state, gflop, work.x);
  triangular(state, peak.x);
  beta_8_6(state, usage.x);
  uniforms(state, feature.x, BLOCK);
  uniforms(state, price.x, BLOCK);
  uniforms(state, days.x, BLOCK);
  double *restrict peaks = outputs[0], *restrict bandwidths = outputs[1], *restrict stores = outputs[2];
  double *restrict machines = outputs[3], *restrict costs = outputs[4];
  for (int i = 0; i < n; i++) {
    double a = asked.x[i] * request.x[i], payload = (200 + 600 * feature.x[i]) * byte.x[i], u = days.x[i];
    double rate = a / 86400 * peak.x[i], count = ceil(rate * work.x[i] * 1e9 / (312e12 * usage.x[i]));
    peaks[i] = rate;
    bandwidths[i] = rate * payload;
    stores[i] = a * payload * (u < 0.5 ? 30 : u < 0.8 ? 90 : 365) * 3;
    machines[i] = count;
    costs[i] = count * (1.5 + 2.5 * price.x[i]) * 730;
  }
}

void draw_graph(generator *state, int n, const graph_node nodes[GRAPH_NODES], double *output) {
  static _Thread_local block inputs[GRAPH_INPUTS];
  for (int input = 0; input < GRAPH_INPUTS; input++) log_normals(state, (log_range){ 0, 0.1 }, inputs[input].x);
  memcpy(output, inputs[0].x, sizeof(double) * n);
  for (int node = 0; node < GRAPH_NODES; node++) {
    const double *restrict input = inputs[nodes[node].input].x;
    if (nodes[node].is_product)
      for (int i = 0; i < n; i++) output[i] *= input[i];
    else
      for (int i = 0; i < n; i++) output[i] = 0.5 * (output[i] + input[i]);
  }
}
