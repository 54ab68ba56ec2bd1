import { decode } from '../codec/decode.ts';
import { sniff } from '../codec/sniff.ts';
import { examine } from '../facts/examine.ts';
import { outcomeOf } from './outcome-of.ts';
import { readImageFile } from './read-image-file.ts';
import { CANCELLED, type ExamineTask, type Outcome, STARTED } from './task.ts';

/** Reads, decodes and measures images. `undefined` when cancelled. */
export async function examineImages({
  images,
  control,
}: ExamineTask): Promise<Outcome[] | undefined> {
  const outcomes: Outcome[] = [];
  for (const [index, { path }] of images.entries()) {
    if (Atomics.load(control, CANCELLED) === 1) return undefined;
    Atomics.store(control, STARTED, index + 1);
    outcomes.push(await examineFile(path));
  }
  return outcomes;
}

async function examineFile(file: string): Promise<Outcome> {
  try {
    const bytes = readImageFile(file);
    const raster = await decode(bytes, file);
    const header = sniff(bytes)!; // what was decoded has one
    return { kind: 'examined', facts: examine({ bytes, header }, raster) };
  } catch (error) {
    return outcomeOf(error);
  }
}
