import type { BadImage } from '@sprout/core';
import type { Outcome, TaskImage } from '../task/task.ts';

/** The bad images among those of a task, by their outcomes. */
export function badImages(images: readonly TaskImage[], outcomes: readonly Outcome[]): BadImage[] {
  return outcomes.flatMap((outcome, index) => {
    const { id, position } = images[index]!;
    return outcome.kind === 'bad' ? [{ id, position, error: outcome.error }] : [];
  });
}
