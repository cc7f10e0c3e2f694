/*
 * Measures W1 to W4 over the draws of scalar.c or vector.c and prints one JSON line.
 * Usage: peer NAME WORKLOAD SAMPLES THREADS SECONDS
 */
#include "peer.h"

#include <float.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BIN_BITS = 13, BINS = 1 << BIN_BITS, MOST_THREADS = 64 };

typedef struct {
  double mean, p5, p50, p95;
} summary;

/* Histogram and gathered values of one thread. */
typedef struct {
  uint32_t counts[BINS];
  double *gathered;
} workspace;

typedef struct {
  generator state;
  long first, count;
  int is_graph;
  double *const *columns;
  const graph_node *nodes;
} drawing;

typedef struct {
  double *const *columns;
  int column_count;
  long samples;
  int *next;
  summary *results;
  workspace *work;
} summarising;

log_range range_of_log(double low, double high) {
  const double score_of_95 = 1.6448536269514722;
  return (log_range){ (log(low) + log(high)) / 2, (log(high) - log(low)) / (2 * score_of_95) };
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void *allocate(size_t bytes) {
  void *memory = NULL;
  if (posix_memalign(&memory, 64, bytes) != 0) {
    fprintf(stderr, "out of memory\n");
    exit(1);
  }
  memset(memory, 0, bytes);
  return memory;
}

static double *column_of(long samples) { return allocate(sizeof(double) * (samples + BLOCK)); }

/* ---- exact quantiles of positive numbers: a histogram of their leading bits, then selection inside the bins that are asked for ---- */

static uint64_t bits_of(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static double median_of_three(double a, double b, double c) {
  return a < b ? (b < c ? b : (a < c ? c : a)) : (a < c ? a : (b < c ? c : b));
}

static double select_rank(double *x, long low, long high, long rank) {
  while (low < high) {
    double pivot = median_of_three(x[low], x[low + (high - low) / 2], x[high]);
    long left = low, right = high;
    while (left <= right) {
      while (x[left] < pivot) left++;
      while (x[right] > pivot) right--;
      if (left <= right) {
        double swapped = x[left];
        x[left++] = x[right];
        x[right--] = swapped;
      }
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return x[rank];
}

/* Moves the values from..from + width - 1 (as bits) to the front of the workspace, in any order; returns how many. */
static long gather(const double *x, long n, uint64_t from, uint64_t width, double *gathered) {
  long found = 0;
  for (long i = 0; i < n; i++)
    if (bits_of(x[i]) - from < width) gathered[found++] = x[i];
  return found;
}

/* An atom, such as one machine in most draws: there is nothing to select. */
static int all_equal(const double *x, long n) {
  long i = 1;
  while (i < n && x[i] == x[0]) i++;
  return i >= n;
}

static double smallest_of(const double *x, long n) {
  double smallest = x[0];
  for (long i = 1; i < n; i++) smallest = x[i] < smallest ? x[i] : smallest;
  return smallest;
}

/* Type 7: between two ranks, which nearly always fall into one bin. */
static double quantile(const double *x, long n, double p, uint64_t origin, int shift, workspace *work) {
  double position = (n - 1) * p;
  long rank = (long)position, below = 0;
  int bin = 0;
  while (below + work->counts[bin] <= rank) below += work->counts[bin++];
  long found = gather(x, n, origin + ((uint64_t)bin << shift), (uint64_t)1 << shift, work->gathered);
  double value = all_equal(work->gathered, found) ? work->gathered[0] : select_rank(work->gathered, 0, found - 1, rank - below);
  if (position == rank) return value;
  long after = rank - below + 1;
  if (after == found) {
    for (bin++; work->counts[bin] == 0; bin++) continue;
    after = 0;
    found = gather(x, n, origin + ((uint64_t)bin << shift), (uint64_t)1 << shift, work->gathered);
  }
  return value + (position - rank) * (smallest_of(work->gathered + after, found - after) - value);
}

static summary summarise(const double *x, long n, workspace *work) {
  double sum = 0, smallest = DBL_MAX, largest = 0;
  for (long i = 0; i < n; i++) {
    sum += x[i];
    smallest = x[i] < smallest ? x[i] : smallest;
    largest = x[i] > largest ? x[i] : largest;
  }
  uint64_t origin = bits_of(smallest);
  int shift = 0;
  while (((bits_of(largest) - origin) >> shift) >= BINS) shift++;
  memset(work->counts, 0, sizeof work->counts);
  for (long i = 0; i < n; i++) work->counts[(bits_of(x[i]) - origin) >> shift]++;
  return (summary){
    sum / n, quantile(x, n, 0.05, origin, shift, work), quantile(x, n, 0.5, origin, shift, work), quantile(x, n, 0.95, origin, shift, work)
  };
}

/* ---- threads ---- */

static void *draw_part(void *argument) {
  drawing *part = argument;
  for (long start = part->first; start < part->first + part->count; start += BLOCK) {
    long left = part->first + part->count - start;
    int n = left < BLOCK ? (int)left : BLOCK;
    double *block[OUTPUTS];
    for (int i = 0; i < OUTPUTS; i++) block[i] = part->columns[i] + start;
    if (part->is_graph) draw_graph(&part->state, n, part->nodes, block[0]);
    else draw_capacity(&part->state, n, block);
  }
  return NULL;
}

static void *summarise_columns(void *argument) {
  summarising *part = argument;
  for (;;) {
    int column = __atomic_fetch_add(part->next, 1, __ATOMIC_RELAXED);
    if (column >= part->column_count) return NULL;
    part->results[column] = summarise(part->columns[column], part->samples, part->work);
  }
}

static void on_threads(int threads, void *(*work)(void *), void *parts, size_t size) {
  pthread_t others[MOST_THREADS];
  for (int i = 1; i < threads; i++) pthread_create(&others[i], NULL, work, (char *)parts + i * size);
  work(parts);
  for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
}

/* ---- workloads ---- */

static void graph_of(graph_node nodes[GRAPH_NODES]) {
  uint64_t state = 12345;
  for (int i = 0; i < GRAPH_NODES; i++) nodes[i] = (graph_node){ i & 1, (int)(split_mix(&state) & (GRAPH_INPUTS - 1)) };
}

/* A part starts on a block of its own, so that no two threads write the padding of one block. */
static void divide(drawing *parts, int threads, long samples) {
  long blocks = (samples + BLOCK - 1) / BLOCK;
  for (int i = 0; i < threads; i++) {
    long first = blocks * i / threads * BLOCK, end = blocks * (i + 1) / threads * BLOCK;
    parts[i].first = first;
    parts[i].count = (end < samples ? end : samples) - first;
  }
}

/* Seconds of the fastest of the runs that fit into the time, at least three; the results are those of the last run. */
static double simulation(int is_graph, long samples, int threads, double seconds, summary results[OUTPUTS]) {
  graph_node nodes[GRAPH_NODES];
  graph_of(nodes);
  double *columns[OUTPUTS];
  int column_count = is_graph ? 1 : OUTPUTS;
  for (int i = 0; i < OUTPUTS; i++) columns[i] = i < column_count ? column_of(samples) : columns[0];
  drawing *draws = allocate(sizeof(drawing) * threads);
  summarising *sums = allocate(sizeof(summarising) * threads);
  int next;
  for (int i = 0; i < threads; i++) {
    workspace *work = allocate(sizeof(workspace));
    work->gathered = column_of(samples);
    draws[i] = (drawing){ .is_graph = is_graph, .columns = columns, .nodes = nodes };
    sums[i] = (summarising){ columns, column_count, samples, &next, results, work };
  }
  divide(draws, threads, samples);
  double fastest = DBL_MAX, end = now() + seconds;
  for (int run = 0; run < 3 || now() < end; run++) {
    for (int i = 0; i < threads; i++) seed_generator(&draws[i].state, 1 + (uint64_t)run * threads + i);
    next = 0;
    double start = now();
    on_threads(threads, draw_part, draws, sizeof *draws);
    on_threads(threads, summarise_columns, sums, sizeof *sums);
    fastest = fmin(fastest, now() - start);
  }
  return fastest;
}

static __attribute__((noinline)) double point(const double x[9]) {
  double peak = x[0] * x[1] / 86400 * x[2];
  double bandwidth = peak * x[3] * x[4];
  double storage = x[0] * x[1] * x[3] * x[4] * x[8] * 3;
  double machines = ceil(peak * x[5] * 1e9 / (312e12 * x[6]));
  return peak + bandwidth + storage + machines + machines * x[7] * 730;
}

static double evaluation(double seconds) {
  enum { EVALUATIONS = 1000000 };
  double inputs[9] = { 1.47e8, 10, 2, 500, 22.6, 1.58, 0.57, 2.75, 90 };
  double fastest = DBL_MAX, end = now() + seconds;
  volatile double sink;
  for (int run = 0; run < 3 || now() < end; run++) {
    double sum = 0, start = now();
    for (int i = 0; i < EVALUATIONS; i++) {
      inputs[0] += 1;
      sum += point(inputs);
    }
    fastest = fmin(fastest, (now() - start) / EVALUATIONS);
    sink = sum;
  }
  (void)sink;
  return fastest;
}

static void print_statistics(const summary results[OUTPUTS]) {
  printf(",\"statistics\":[");
  for (int i = 0; i < OUTPUTS; i++)
    printf("%s%.9g,%.9g,%.9g,%.9g", i == 0 ? "" : ",", results[i].mean, results[i].p5, results[i].p50, results[i].p95);
  printf("]");
}

int main(int count, char **arguments) {
  if (count != 6) {
    fprintf(stderr, "usage: %s NAME WORKLOAD SAMPLES THREADS SECONDS\n", arguments[0]);
    return 2;
  }
  const char *name = arguments[1], *workload = arguments[2];
  long samples = atol(arguments[3]);
  int threads = atoi(arguments[4]);
  double seconds = atof(arguments[5]);
  if (samples < 1 || threads < 1 || threads > MOST_THREADS) {
    fprintf(stderr, "samples and threads must be positive, threads at most %d\n", MOST_THREADS);
    return 2;
  }
  int is_point = strcmp(workload, "W3") == 0, is_graph = strcmp(workload, "W4") == 0;
  summary results[OUTPUTS];
  double time = is_point ? evaluation(seconds) : simulation(is_graph, samples, threads, seconds, results) / samples;
  printf("{\"workload\":\"%s\",\"peer\":\"%s\",\"threads\":%d,\"samples\":%ld,\"nanosecondsPerSample\":%.4f,\"version\":\"gcc %s\"",
         workload, name, threads, samples, time * 1e9, __VERSION__);
  if (!is_point && !is_graph) print_statistics(results);
  printf("}\n");
  return 0;
}
