import { SproutError } from '../errors/sprout-error.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Samples } from '../dataset/samples.ts';

/** Two disjoint lists that together hold every sample, each in the order of the data set. */
export interface Split {
  readonly training: Samples;
  readonly validation: Samples;
}

/** The number of validation samples of a class, given the number of its samples. The result may exceed it. */
export type ClassShare = (available: number) => number;

/**
 * Splits each class: its samples with the smallest keys go to validation.
 *
 * @param share Called for each class that has samples.
 * @param keyOf The key of a sample, from its id alone, so that adding or removing files moves as few samples as
 * possible. Samples with equal keys are ordered by id.
 * @throws {SproutError} `class-too-small` when a class would be left without training samples.
 */
export function splitByKey(
  dataset: Dataset,
  share: ClassShare,
  keyOf: (id: string) => string,
): Split {
  const { classes, samples } = dataset;
  const chosen = new Uint8Array(samples.length);
  classPositions(samples).forEach((positions, label) => {
    if (positions.length === 0) return;
    const requested = share(positions.length);
    if (requested >= positions.length) {
      throw new SproutError('class-too-small', {
        className: classes[label]!,
        available: positions.length,
        requested,
      });
    }
    const keyed = positions.map((position) => {
      const id = samples.idAt(position);
      return { position, id, key: keyOf(id) };
    });
    keyed.sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id));
    for (const { position } of keyed.slice(0, requested)) chosen[position] = 1;
  });
  return splitWhere(samples, (position) => chosen[position] === 1);
}

/** The positions of the samples of each class, in order. Entry `n` belongs to label `n`. */
function classPositions(samples: Samples): number[][] {
  const positions: number[][] = [];
  for (let at = 0; at < samples.length; at++) (positions[samples.labelAt(at)] ??= []).push(at);
  return Array.from(positions, (ofClass) => ofClass ?? []);
}

/** The split whose validation samples are at the positions for which `isValidation` returns true. */
export function splitWhere(samples: Samples, isValidation: (position: number) => boolean): Split {
  const positions = Uint32Array.from({ length: samples.length }, (_, position) => position);
  return {
    training: samples.select(positions.filter((position) => !isValidation(position))),
    validation: samples.select(positions.filter(isValidation)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
