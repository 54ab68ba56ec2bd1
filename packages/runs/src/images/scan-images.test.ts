import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventLog } from '../../test/event-log.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { contextOf } from '../event/run-context.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { configSchema } from '../config/config-schema.ts';
import { scanImages } from './scan-images.ts';

test('a table of subsets chooses the images and those for validation', async () => {
  await using scratch = await temporaryFolder();
  const folder = await writePhotos(join(scratch.path, 'photos'), {
    red: [RED, RED],
    blue: [BLUE, BLUE],
  });
  const split = join(scratch.path, 'split.csv');
  const rows = 'path,class,subset\nred/0.png,red,training\nblue/1.png,blue,validation\n';
  await writeFile(split, rows);
  const data = { ...configSchema.parse({}).data, folder, split };
  const { emit, events } = eventLog();
  const context = contextOf({ onEvent: emit });
  const { samples, forValidation } = await scanImages(data, context);
  expect(Array.from(samples, ({ id }) => id)).toEqual(['blue/1.png', 'red/0.png']);
  expect(forValidation).toEqual(new Set(['blue/1.png']));
  expect(events).toEqual([
    { type: 'subsets-missing', count: 2, first: ['blue/0.png', 'red/1.png'] },
  ]);
  await writeFile(split, `${rows}red/7.png,red,training\n`);
  await expect(scanImages(data, context)).rejects.toThrow(/split.csv.*lists red\/7.png/);
});
