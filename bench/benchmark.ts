export interface BenchmarkOptions {
  /** The path of the Python that runs the peer. If `undefined`, only Sprout is measured. */
  readonly peer: string | undefined;
  /** The starts of the names of the measurements to make, separated by commas; `undefined` for all. Only `augment` has several. */
  readonly only?: string | undefined;
}

/** Runs a measurement and prints the results. */
export type Benchmark = (options: BenchmarkOptions) => Promise<void>;
