import { scanFolder } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventLog } from '../../test/event-log.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { pagePictures } from './page-pictures.ts';

test('each image has a WebP, a bad one has none', async () => {
  await using folder = await temporaryFolder();
  await using source = await createImagePool({ workers: 0 });
  const photos = await writePhotos(join(folder.path, 'photos'), { a: [BLUE, ''], b: [RED] });
  const { samples } = await scanFolder(photos);
  const log = eventLog();
  const pictures = await pagePictures({ samples, source, ...log });
  expect([...pictures.keys()]).toEqual(['a/0.png', 'b/0.png']);
  for (const picture of pictures.values())
    expect(Buffer.from(picture).toString('latin1', 8, 12)).toBe('WEBP');
  expect(log.events.map(({ type }) => type)).toEqual(['task-start', 'task-progress', 'task-end']);
});
