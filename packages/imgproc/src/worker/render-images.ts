import type { Raster } from '@sprout/core';
import { decode } from '../codec/decode.ts';
import type { DecodeOptions } from '../codec/decode-options.ts';
import { applyInTurn } from '../op-contract/apply-in-turn.ts';
import type { ReadyOps } from '../op-list/ready-ops.ts';
import { CANCELLED, type Outcome, type RenderTask, STARTED, type TaskImage } from '../task/task.ts';
import { augmentImage } from './augment-image.ts';
import { deliver } from './deliver.ts';
import type { FileMemory } from './file-memory.ts';
import { outcomeOf } from './outcome-of.ts';
import { readImageFile } from '../codec/read-image-file.ts';
import type { Thread } from './thread.ts';

/**
 * Reads, decodes, prepares and augments images; the next one is decoded while one is prepared. `undefined` when
 * cancelled.
 */
export function renderImages(task: RenderTask, thread: Thread): Promise<Outcome[] | undefined> {
  return thread.withFileMemory((memory) => renderInTurn(task, { thread, memory }));
}

async function renderInTurn(
  task: RenderTask,
  { thread, memory }: { readonly thread: Thread; readonly memory: FileMemory },
): Promise<Outcome[] | undefined> {
  const { images, control } = task;
  const ready = {
    task,
    thread,
    recipe: thread.recipe(task.recipe),
    augmentation: thread.augmentation(task.augment),
  };
  const outcomes: Outcome[] = [];
  const { pixelLimit } = thread;
  const { reduceTo } = ready.recipe;
  const decodeAhead = (image: TaskImage | undefined): Promise<Decoded> => {
    const use = (raster: Raster): Raster => applyAtOnce(raster, image, ready);
    return decodeFile(image?.path, memory, { pixelLimit, reduceTo, use });
  };
  if (Atomics.load(control, CANCELLED) === 1) return undefined;
  Atomics.store(control, STARTED, 1); // before the first read, which may hang
  let decoding = decodeAhead(images[0]);
  try {
    for (const [index, image] of images.entries()) {
      Atomics.store(control, STARTED, index + 1);
      const decoded = await decoding;
      if (Atomics.load(control, CANCELLED) === 1) return undefined;
      decoding = decodeAhead(images[index + 1]);
      outcomes.push(await render(image, decoded, ready));
    }
    return outcomes;
  } finally {
    await decoding; // until then it reads the memory of the file
  }
}

type Decoded = Raster | { readonly error: unknown };

/** Never rejects: the error is thrown in the image's turn. */
async function decodeFile(
  file: string | undefined,
  memory: FileMemory,
  options: DecodeOptions,
): Promise<Decoded> {
  if (file === undefined) return { error: undefined };
  try {
    return await decode(
      readImageFile(file, (size) => memory.take(size)),
      file,
      { ...options, source: file },
    );
  } catch (error) {
    return { error };
  }
}

interface RenderOptions {
  readonly task: RenderTask;
  readonly thread: Thread;
  readonly recipe: ReadyOps;
  readonly augmentation: ReadyOps;
}

/** Applies the first ops of the recipe, while the pixels lie in the memory of the decoder. */
function applyAtOnce(
  raster: Raster,
  image: TaskImage | undefined,
  { thread, recipe }: RenderOptions,
): Raster {
  const tools = { file: image?.path ?? '', opencv: thread.opencv };
  return applyInTurn(raster, { ops: recipe.ops.slice(0, recipe.atOnce), drawn: [], tools });
}

async function render(
  image: TaskImage,
  decoded: Decoded,
  { task, thread, recipe, augmentation }: RenderOptions,
): Promise<Outcome> {
  const { opencv } = thread;
  const { target, seed, epoch } = task;
  try {
    if ('error' in decoded) throw decoded.error;
    if (recipe.needsOpenCv || augmentation.needsOpenCv) await opencv.ready();
    const tools = { file: image.path, opencv };
    const prepared = applyInTurn(decoded, {
      ops: recipe.ops.slice(recipe.atOnce),
      drawn: [],
      tools,
    });
    const raster = augmentImage(prepared, image, { augmentation, seed, epoch, opencv });
    return deliver(raster, target, image);
  } catch (error) {
    return outcomeOf(error);
  }
}
