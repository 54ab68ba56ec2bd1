import type { Sample } from '../dataset/sample.ts';
import { SproutError } from '../errors/sprout-error.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import type {
  BadImage,
  ImageSource,
  LentImages,
  Recipe,
  RenderOptions,
} from '../stream/image-source.ts';
import { LentBuffers } from './cache/lent-buffers.ts';
import type { RecordCache } from './cache/record-cache.ts';

/**
 * Puts a cache before a source. Images that the cache holds are read from it; `source` prepares the others in one call,
 * and they are stored unless they are bad. `source` augments. The cache must have been opened with the key of the one
 * recipe that is used. The caller disposes of the cache.
 *
 * @throws {SproutError} From `prepare` and `render`: `recipe-mismatch` for a second recipe, `images-differ-in-size` where the
 * prepared images are not of the cache's size.
 */
export function cachedSource(source: ImageSource, cache: RecordCache): ImageSource {
  const unshared = new LentBuffers();
  // workers augment images in shared memory without another copy
  const shared = new LentBuffers((length) => new Uint8Array(new SharedArrayBuffer(length)));
  const { height, width, channels } = cache.format;
  const sameRecipe = recipeCheck();
  const prepareIn = async (
    buffers: LentBuffers,
    samples: readonly Sample[],
    { recipe, signal }: Pick<RenderOptions, 'recipe' | 'signal'>,
  ): Promise<LentImages> => {
    sameRecipe(recipe);
    await cache.examine(samples);
    const lent = buffers.lend(samples.length * cache.recordBytes);
    try {
      const missing = readRecords(cache, samples, lent.bytes);
      const bad =
        missing.length === 0
          ? []
          : await addMissing(lent.bytes, missing, {
              cache,
              samples,
              prepare: (wanted) => source.prepare(wanted, recipe, signal),
            });
      return { images: lent.bytes, height, width, channels, bad, [Symbol.dispose]: lent.release };
    } catch (error) {
      lent.release();
      throw error;
    }
  };
  return {
    render: async (samples, options) => {
      if (options.augment.length === 0) return prepareIn(unshared, samples, options);
      return source.augment(await prepareIn(shared, samples, options), samples, options);
    },
    prepare: (samples, recipe, signal) => prepareIn(unshared, samples, { recipe, signal }),
    augment: (prepared, samples, options) => source.augment(prepared, samples, options),
  };
}

/** Reads the images that the cache holds into the batch. @returns The positions of the other images. */
function readRecords(cache: RecordCache, samples: readonly Sample[], images: Uint8Array): number[] {
  const missing: number[] = [];
  samples.forEach((sample, position) => {
    if (!cache.read(sample, images, position * cache.recordBytes)) missing.push(position);
  });
  return missing;
}

interface Preparation {
  readonly cache: RecordCache;
  readonly samples: readonly Sample[];
  readonly prepare: (samples: readonly Sample[]) => Promise<LentImages>;
}

async function addMissing(
  images: Uint8Array,
  missing: readonly number[],
  { cache, samples, prepare }: Preparation,
): Promise<BadImage[]> {
  using prepared = await prepare(missing.map((position) => samples[position]!));
  const badPositions = new Set(prepared.bad.map(({ position }) => position));
  const { recordBytes } = cache;
  if (badPositions.size < missing.length) checkSize(prepared, cache, samples[missing[0]!]!);
  missing.forEach((position, number) => {
    const target = images.subarray(position * recordBytes, (position + 1) * recordBytes);
    if (badPositions.has(number)) {
      target.fill(0);
      return;
    }
    target.set(prepared.images.subarray(number * recordBytes, (number + 1) * recordBytes));
    cache.store(samples[position]!, target);
  });
  return prepared.bad.map((image) => ({ ...image, position: missing[image.position]! }));
}

function checkSize(prepared: LentImages, { format }: RecordCache, first: Sample): void {
  const sizeOf = ({ height, width, channels }: typeof format | LentImages): string =>
    `${height} x ${width} x ${channels}`;
  if (sizeOf(prepared) === sizeOf(format)) return;
  throw new SproutError('images-differ-in-size', {
    file: first.path,
    expected: sizeOf(format),
    received: sizeOf(prepared),
  });
}

/** A check that every recipe is the first one. */
function recipeCheck(): (recipe: Recipe) => void {
  let known: Recipe | undefined;
  return (recipe) => {
    if (recipe === known) return;
    if (known !== undefined && canonicalJson(known) !== canonicalJson(recipe)) {
      throw new SproutError('recipe-mismatch', {
        left: 'The cache',
        right: 'the requested images',
        field: canonicalJson(recipe),
      });
    }
    known = recipe;
  };
}
