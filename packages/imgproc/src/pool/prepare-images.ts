import { type Raster, SproutError } from '@sprout/core';
import { decode } from '../codec/decode.ts';
import { applyRecipe } from '../recipe/apply-recipe.ts';
import type { ReadyRecipe } from '../recipe/ready-recipe.ts';
import type { FileMemory } from './file-memory.ts';
import { outcomeOf } from './outcome-of.ts';
import { place } from './place.ts';
import { readImageFile } from './read-image-file.ts';
import {
  CANCELLED,
  type Outcome,
  type PrepareTask,
  STARTED,
  type Target,
  type TaskImage,
} from './task.ts';
import type { Thread } from './thread.ts';

/** Reads, decodes and prepares images; the next one is decoded while one is prepared. `undefined` when cancelled. */
export function prepareImages(task: PrepareTask, thread: Thread): Promise<Outcome[] | undefined> {
  return thread.withFileMemory((memory) => prepareInTurn(task, { thread, memory }));
}

async function prepareInTurn(
  { images, control, target, recipe: specs }: PrepareTask,
  { thread, memory }: { readonly thread: Thread; readonly memory: FileMemory },
): Promise<Outcome[] | undefined> {
  const recipe = thread.recipe(specs);
  const outcomes: Outcome[] = [];
  const decodeAhead = (image: TaskImage | undefined): Promise<Decoded> =>
    decodeFile(image?.path, memory);
  let decoding = decodeAhead(images[0]);
  try {
    for (const [index, image] of images.entries()) {
      Atomics.store(control, STARTED, index + 1);
      const decoded = await decoding;
      if (Atomics.load(control, CANCELLED) === 1) return undefined;
      decoding = decodeAhead(images[index + 1]);
      outcomes.push(await prepare(image, decoded, { recipe, target, thread }));
    }
    return outcomes;
  } finally {
    await decoding; // until then it reads the file's memory
  }
}

type Decoded = Raster | { readonly error: unknown };

/** Never rejects: its turn comes later. */
async function decodeFile(file: string | undefined, memory: FileMemory): Promise<Decoded> {
  if (file === undefined) return { error: undefined };
  try {
    return await decode(
      readImageFile(file, (size) => memory.take(size)),
      file,
    );
  } catch (error) {
    return { error };
  }
}

interface PrepareOptions {
  readonly recipe: ReadyRecipe;
  readonly target: Target | undefined;
  readonly thread: Thread;
}

async function prepare(
  { path, position }: TaskImage,
  decoded: Decoded,
  { recipe, target, thread }: PrepareOptions,
): Promise<Outcome> {
  try {
    if ('error' in decoded) throw decoded.error;
    if (recipe.needsOpenCv) await thread.opencv.ready();
    const raster = applyRecipe(decoded, recipe, { file: path, opencv: thread.opencv });
    if (target === undefined) return { kind: 'sent', raster };
    write(raster, target, { position, file: path });
    return { kind: 'written' };
  } catch (error) {
    return outcomeOf(error);
  }
}

function write(
  raster: Raster,
  target: Target,
  { position, file }: { position: number; file: string },
): void {
  if (raster.height !== target.height || raster.width !== target.width) {
    throw new SproutError('images-differ-in-size', {
      file,
      expected: `${target.height} x ${target.width}`,
      received: `${raster.height} x ${raster.width}`,
    });
  }
  target.pixels.set(raster.data, place(target, position)[0]);
}
