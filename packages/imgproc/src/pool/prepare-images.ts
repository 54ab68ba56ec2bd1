import { type Raster, SproutError } from '@sprout/core';
import { decode } from '../codec/decode.ts';
import { applyRecipe } from '../recipe/apply-recipe.ts';
import type { ReadyRecipe } from '../recipe/ready-recipe.ts';
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
export async function prepareImages(
  { images, control, target, recipe: specs }: PrepareTask,
  thread: Thread,
): Promise<Outcome[] | undefined> {
  const recipe = thread.recipe(specs);
  const outcomes: Outcome[] = [];
  let decoding = decodeAhead(images[0]);
  for (const [index, image] of images.entries()) {
    if (Atomics.load(control, CANCELLED) === 1) return undefined;
    Atomics.store(control, STARTED, index + 1);
    const decoded = await decoding;
    decoding = decodeAhead(images[index + 1]);
    outcomes.push(await prepare(image, decoded, { recipe, target, thread }));
  }
  return outcomes;
}

type Decoded = Raster | { readonly error: unknown };

/** Never rejects: its turn comes later. */
async function decodeAhead(image: TaskImage | undefined): Promise<Decoded> {
  if (image === undefined) return { error: undefined };
  try {
    return await decode(readImageFile(image.path), image.path);
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
