import { decode } from '@sprout/imgproc';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { writeImage } from './write-image.ts';

test('writes the pixels as PNG, in a new folder', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'a', 'b', '1.png');
  const image = { height: 1, width: 2, channels: 3, images: Uint8Array.of(1, 2, 3, 4, 5, 6) };
  await writeImage(file, { ...image, bad: [], [Symbol.dispose]: () => undefined });
  expect(await decode(await readFile(file), file)).toMatchObject({
    height: 1,
    width: 2,
    data: image.images,
  });
});
