/* What the scalar and the vector program share: both implement the three functions below, peer.c measures them. */
#ifndef PEER_H
#define PEER_H

#include <stdint.h>

enum { BLOCK = 1024, OUTPUTS = 5, GRAPH_INPUTS = 64, GRAPH_NODES = 200 };

/* Room for any generator, on cache lines of its own: threads must not share one. */
typedef struct {
  _Alignas(64) uint64_t words[64];
} generator;

/* A node of W4: the average or the product of the value before it and one of the 64 inputs. */
typedef struct {
  int is_product;
  int input;
} graph_node;

void seed_generator(generator *state, uint64_t seed);

/* Draws n <= BLOCK samples of W1. The columns have room for a whole block. */
void draw_capacity(generator *state, int n, double *const outputs[OUTPUTS]);

/* Draws the 64 inputs of W4 and computes its 200 nodes. The column has room for a whole block. */
void draw_graph(generator *state, int n, const graph_node nodes[GRAPH_NODES], double *output);

static inline uint64_t split_mix(uint64_t *state) {
  uint64_t z = (*state += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

/* Parameters of a log-normal with 90 % between two ends. */
typedef struct {
  double mean;
  double deviation;
} log_range;

log_range range_of_log(double low, double high);

#endif
