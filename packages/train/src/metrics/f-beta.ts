/** The counts of one tag over the samples, or of the tags of one sample. */
export interface TagCounts {
  /** Predicted and present. */
  readonly hits: number;
  readonly predicted: number;
  readonly present: number;
}

/**
 * The F-measure: precision and recall in one number, where recall counts `beta` times as much. 1 where nothing was predicted and
 * nothing is present.
 */
export function fBeta({ hits, predicted, present }: TagCounts, beta: number): number {
  const squared = beta * beta;
  const whole = predicted + squared * present;
  return whole === 0 ? 1 : ((1 + squared) * hits) / whole;
}
