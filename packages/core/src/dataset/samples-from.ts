import { checkWhole } from '../errors/check-whole.ts';
import type { PathIndex } from './path-index.ts';
import type { Sample } from './sample.ts';
import { allSamples, type Samples } from './samples.ts';

/**
 * Makes a list of given samples, whose files may lie anywhere. The objects are kept as they are; for millions of
 * samples, `scanFolder` needs less memory.
 *
 * @throws {SproutError} `option-invalid` for a label that is not a whole number, at least 0.
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
