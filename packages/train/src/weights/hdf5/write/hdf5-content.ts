/** A group to write. */
export interface GroupContent {
  readonly kind: 'group';
  /** Texts, or lists of texts. */
  readonly attributes: ReadonlyMap<string, string | readonly string[]>;
  /** Names without slashes. */
  readonly children: ReadonlyMap<string, GroupContent | DatasetContent>;
}

/** An array of 32-bit floats to write. It has at least one number. */
export interface DatasetContent {
  readonly kind: 'dataset';
  readonly shape: readonly number[];
  readonly data: Float32Array;
}
