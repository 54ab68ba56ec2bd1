import type { Sample } from '../src/dataset/sample.ts';
import type { BadImage, ImageSource, LentImages } from '../src/stream/image-source.ts';

export const HEIGHT = 2;
export const WIDTH = 2;
export const CHANNELS = 3;
export const RECORD_BYTES = HEIGHT * WIDTH * CHANNELS;

/** The pixels of a sample in a fake source: bytes computed from its id and a version. */
function pixelsOf(id: string, version = 0): Uint8Array {
  return Uint8Array.from({ length: RECORD_BYTES }, (_, at) => {
    let value = version + at * 31;
    for (const character of id) value = (value * 33 + (character.codePointAt(0) ?? 0)) % 65_521;
    return value % 256;
  });
}

export interface FakeSource extends ImageSource {
  /** The ids of each call of `prepare`. */
  readonly calls: string[][];
  /** The number of images that were lent and not released. */
  readonly lent: () => number;
}

export interface FakeSourceOptions {
  /** Which ids cannot be decoded. */
  readonly isBad?: (id: string) => boolean;
  readonly version?: (id: string) => number;
  /** Awaited before images are made. */
  readonly before?: (ids: readonly string[]) => Promise<void>;
}

/** A source of small images without files. It records its calls and counts the images it has lent. */
export function fakeSource({
  isBad = () => false,
  version = () => 0,
  before = async () => undefined,
}: FakeSourceOptions = {}): FakeSource {
  const calls: string[][] = [];
  let lent = 0;
  const lend = (images: Uint8Array, bad: readonly BadImage[]): LentImages => {
    lent++;
    let isLent = true;
    const dispose = (): void => {
      if (isLent) lent--;
      isLent = false;
      images.fill(255); // a test fails when the images are used after they were released
    };
    return {
      images,
      height: HEIGHT,
      width: WIDTH,
      channels: CHANNELS,
      bad,
      [Symbol.dispose]: dispose,
    };
  };
  const source: FakeSource = {
    calls,
    lent: () => lent,
    render: async (samples, { recipe, augment, ...options }) => {
      const prepared = await source.prepare(samples, recipe);
      if (augment.length === 0) return prepared;
      return source.augment(prepared, samples, { augment, ...options });
    },
    prepare: async (samples) => {
      const ids = samples.map(({ id }) => id);
      calls.push(ids);
      await before(ids);
      const bad = badImages(samples, isBad);
      const images = new Uint8Array(samples.length * RECORD_BYTES);
      ids.forEach((id, at) => {
        if (!isBad(id)) images.set(pixelsOf(id, version(id)), at * RECORD_BYTES);
      });
      return lend(images, bad);
    },
    augment: async (prepared, _samples, { epoch }) => {
      const images = Uint8Array.from(prepared.images, (value) => value ^ (epoch + 1));
      prepared[Symbol.dispose]();
      return lend(images, prepared.bad);
    },
  };
  return source;
}

function badImages(samples: readonly Sample[], isBad: (id: string) => boolean): BadImage[] {
  return samples.flatMap(({ id, path }, position): BadImage[] =>
    isBad(id)
      ? [
          {
            position,
            id,
            error: { code: 'image-undecodable', context: { file: path, reason: 'bad' } },
          },
        ]
      : [],
  );
}

/** The pixels of several ids, one after the other. */
export function allPixels(ids: readonly string[], version = 0): number[] {
  return ids.flatMap((id) => [...pixelsOf(id, version)]);
}
