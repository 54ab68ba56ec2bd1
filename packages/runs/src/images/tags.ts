/** The tags of a data set whose images have several of them. */
export interface Tags {
  /** In code-point order: the class map of a model of tags. */
  readonly names: readonly string[];
  /** Row `n` belongs to the samples with the label `n`: 1 for each of their tags, 0 for the others. */
  readonly rows: readonly (readonly number[])[];
}

/** The tags whose probability is at least their threshold. */
export function tagsAbove(
  probabilities: ArrayLike<number>,
  names: readonly string[],
  thresholds: readonly number[],
): string[] {
  return names.filter((_, at) => probabilities[at]! >= thresholds[at]!);
}

/** The probability of exactly these tags, if tags are independent of one another. */
export function probabilityOf(
  tags: readonly string[],
  probabilities: ArrayLike<number>,
  names: readonly string[],
): number {
  return names.reduce((product, name, at) => {
    const probability = probabilities[at]!;
    return product * (tags.includes(name) ? probability : 1 - probability);
  }, 1);
}
