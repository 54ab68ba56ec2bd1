/** The rows of a feature store, for reading: one row for each sample. */
export interface FeatureRows {
  /** The shape of a row: `[channels]` or `[height, width, channels]`. */
  readonly shape: readonly number[];
  /** The number of versions of each sample. */
  readonly copies: number;
  readonly ids: readonly string[];
  readonly labels: Int32Array;
  /**
   * The rows at some positions, in the given order: `[positions, ...shape]`. A fresh array.
   *
   * @param copy From 0.
   * @throws {SproutError} `file-invalid` or `file-missing`, naming the file.
   */
  read(positions: ArrayLike<number>, copy: number): Promise<Float32Array>;
}

/** A feature store that is being filled, batch by batch. */
export interface FeatureSink {
  readonly shape: readonly number[];
  readonly copies: number;
  readonly ids: readonly string[];
  /** The number of samples of a batch; the last one of a copy may have fewer. */
  readonly batchSize: number;
  /** Whether a batch of a copy is stored. */
  has(copy: number, step: number): boolean;
  /**
   * Stores the features of a batch as one act: after a crash, all of it is there or nothing.
   *
   * @param features `[count, ...shape]`.
   * @throws {SproutError} `file-unwritable`; `shape-mismatch`.
   */
  write(features: Float32Array, place: BatchPlace): Promise<void>;
}

/** The place of a batch: its copy, and its number in the order of the samples. Both from 0. */
export interface BatchPlace {
  readonly copy: number;
  readonly step: number;
}
