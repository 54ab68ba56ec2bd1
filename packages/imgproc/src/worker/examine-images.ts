import { decode } from '../codec/decode.ts';
import type { DecodeOptions } from '../codec/decode-options.ts';
import { sniff } from '../codec/sniff.ts';
import { examine } from '../facts/examine.ts';
import type { FileMemory } from './file-memory.ts';
import { outcomeOf } from './outcome-of.ts';
import { readImageFile } from '../codec/read-image-file.ts';
import { CANCELLED, type ExamineTask, type Outcome, STARTED } from '../task/task.ts';
import type { Thread } from './thread.ts';

/** Reads, decodes and measures images. `undefined` when cancelled. */
export function examineImages(task: ExamineTask, thread: Thread): Promise<Outcome[] | undefined> {
  return thread.withFileMemory((memory) =>
    examineInTurn(task, { memory, pixelLimit: thread.pixelLimit }),
  );
}

interface ExamineOptions extends DecodeOptions {
  readonly memory: FileMemory;
}

async function examineInTurn(
  { images, control }: ExamineTask,
  options: ExamineOptions,
): Promise<Outcome[] | undefined> {
  const outcomes: Outcome[] = [];
  for (const [index, { path }] of images.entries()) {
    if (Atomics.load(control, CANCELLED) === 1) return undefined;
    Atomics.store(control, STARTED, index + 1);
    outcomes.push(await examineFile(path, options));
  }
  return outcomes;
}

async function examineFile(file: string, { memory, pixelLimit }: ExamineOptions): Promise<Outcome> {
  try {
    const bytes = readImageFile(file, (size) => memory.take(size));
    const raster = await decode(bytes, file, { pixelLimit });
    const header = sniff(bytes)!; // a file that was decoded has one
    return { kind: 'examined', facts: examine({ bytes, header }, raster) };
  } catch (error) {
    return outcomeOf(error);
  }
}
