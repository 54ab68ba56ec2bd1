import { checkWhole } from '../errors/check-whole.ts';
import type { PathIndex } from './path-index.ts';
import type { Sample } from './sample.ts';
import { allSamples, type Samples } from './samples.ts';

/**
 * A list of samples of one's own, wherever their files lie. They are held as they are given: for millions, `scanFolder` is more
 * compact.
 *
 * @throws {SproutError} `option-invalid` for a label that is no whole number from 0 on.
 */
export function samplesFrom(samples: Iterable<Sample>): Samples {
  const all = Array.from(samples);
  for (const { label } of all) checkWhole('label', label, { least: 0 });
  const index: PathIndex = {
    length: all.length,
    id: (number) => all[number]!.id,
    label: (number) => all[number]!.label,
    sample: (number) => all[number]!,
  };
  return allSamples(index);
}
