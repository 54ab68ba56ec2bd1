export interface BenchmarkOptions {
  /** The Python to run the peer with; without one only the product is measured. */
  readonly peer: string | undefined;
}

/** Measures something and prints what came out. */
export type Benchmark = (options: BenchmarkOptions) => Promise<void>;
