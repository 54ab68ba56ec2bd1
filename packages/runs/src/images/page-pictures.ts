import { chunksOf, type ImageSource, rasterAt, type Samples } from '@sprout/core';
import { encodeWebp } from '@sprout/imgproc';
import type { Context } from '../event/run-context.ts';
import { runTask } from '../event/run-task.ts';

/** The largest size in a gallery, in CSS pixels. */
const SIDE = 144;
const CHUNK = 32;

export interface PagePicturesOptions extends Context {
  /** The samples to draw. */
  readonly samples: Samples;
  readonly source: ImageSource;
  /** Height and width of a picture; 144 by default. */
  readonly side?: number | undefined;
}

/**
 * Small pictures of images as WebP, by the ids of their samples: the centre square. Large photographs are decoded at a smaller size.
 * Bad images are left out.
 */
export async function pagePictures({
  samples,
  source,
  side = SIDE,
  ...context
}: PagePicturesOptions): Promise<ReadonlyMap<string, Uint8Array>> {
  const recipe = [
    { op: 'reduce', height: side, width: side },
    { op: 'centre-square', size: side },
  ];
  const pictures = new Map<string, Uint8Array>();
  await runTask(context, { task: 'picture', total: samples.length }, async (onProgress) => {
    let done = 0;
    for (const chosen of chunksOf(samples, CHUNK)) {
      using lent = await source.prepare(chosen, recipe, context.signal);
      const unusable = new Set(lent.bad.map(({ position }) => position));
      for (const [at, { id }] of chosen.entries())
        if (!unusable.has(at)) pictures.set(id, await encodeWebp(rasterAt(lent, at)));
      onProgress((done += chosen.length));
    }
  });
  return pictures;
}
