export interface BenchmarkOptions {
  /** The Python that runs the peer. Without one, only Sprout is measured. */
  readonly peer: string | undefined;
}

/** Runs a measurement and prints the results. */
export type Benchmark = (options: BenchmarkOptions) => Promise<void>;
