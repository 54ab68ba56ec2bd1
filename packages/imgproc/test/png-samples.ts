import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sample } from '@sprout/core';
import { encodePng } from '../src/codec/encode-png.ts';

export interface PngSamples extends AsyncDisposable {
  readonly folder: string;
  readonly samples: readonly Sample[];
}

/** Writes images of one size, each with pixels of its own, into a folder that is removed on disposal. */
export async function pngSamples(
  count: number,
  { height, width }: { readonly height: number; readonly width: number },
): Promise<PngSamples> {
  const folder = await mkdtemp(join(tmpdir(), 'sprout-png-'));
  const samples = await Promise.all(
    Array.from({ length: count }, async (_, number): Promise<Sample> => {
      const data = Uint8Array.from(
        { length: height * width * 3 },
        (_value, at) => (at * 7 + number * (at >> 3)) & 255,
      );
      const path = join(folder, `${number}.png`);
      await writeFile(path, await encodePng({ height, width, channels: 3, data }));
      return { id: `class/${number}.png`, path, label: 0 };
    }),
  );
  return { folder, samples, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
