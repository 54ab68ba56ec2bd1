/** One labelled image file. */
export interface Sample {
  /** The path relative to the data set's folder, with `/` between its parts: unique, and the same on every machine. */
  readonly id: string;
  /** The path to open. */
  readonly path: string;
  /** The index of its class in the class map. */
  readonly label: number;
}
