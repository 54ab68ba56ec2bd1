import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeZip } from '../../../../tools/make-zip.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { eventLog } from '../../test/event-log.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { scanTagged } from './scan-tagged.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let photos: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  photos = await writePhotos(join(folder.path, 'aerial'), { images: [RED, BLUE, RED, BLUE] });
});
afterEach(() => folder[Symbol.asyncDispose]());

async function scan(text: string, names?: readonly string[]) {
  const file = join(folder.path, 'tags.csv');
  await writeFile(file, text);
  const log = eventLog();
  return { ...(await scanTagged(photos, { file, names, followOutside: false, ...log })), ...log };
}

test('the classes are the combinations of tags, each with a row', async () => {
  const { classes, samples, tags, events } = await scan(
    'path,tags\nimages/0.png,road haze\naerial/images/1.png,haze\nimages/2.png,haze|road\nimages/3.png,\n',
  );
  expect(tags.names).toEqual(['haze', 'road']);
  expect(classes).toEqual(['', 'haze', 'haze road']);
  expect(tags.rows).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
  ]);
  expect(Array.from(samples, ({ id, label }) => [id, classes[label]])).toEqual([
    ['images/0.png', 'haze road'],
    ['images/1.png', 'haze'],
    ['images/2.png', 'haze road'],
    ['images/3.png', ''],
  ]);
  expect(events).toEqual([]);
});

test('the images of a project of Teachable Machine may have tags', async () => {
  vi.stubEnv('SPROUT_CACHE', join(folder.path, 'cache'));
  const names = ['sky-!-0.png', 'sky-!-1.png'];
  photos = join(folder.path, 'aerial.tm');
  await writeFile(photos, makeZip(names.map((name) => ({ name, bytes: Buffer.from(name) }))));
  const { samples, tags } = await scan('path,tags\nsky/0.png,haze\nsky/1.png,road\n');
  vi.unstubAllEnvs();
  expect(Array.from(samples, ({ id }) => id)).toEqual(['sky/0.png', 'sky/1.png']);
  expect(samples.at(0).path).toContain('cache');
  expect(tags.names).toEqual(['haze', 'road']);
});

test('a row may have the name of an image alone, as Planet Amazon writes it', async () => {
  const { samples, events } = await scan('image_name,tags\n0,haze\n1,road\n9,road\n');
  expect(Array.from(samples, ({ id }) => id)).toEqual(['images/0.png', 'images/1.png']);
  const first = ['images/2.png', 'images/3.png'];
  expect(events).toEqual([{ type: 'tags-unmatched', images: 2, rows: 1, first }]);
});

test('with the tags of a model, another tag is refused', async () => {
  const { tags } = await scan('path,tags\n0,haze\n', ['fog', 'haze']);
  expect(tags).toMatchObject({ names: ['fog', 'haze'], rows: [[0, 1]] });
  await expect(scan('path,tags\n0,road\n', ['fog', 'haze'])).rejects.toMatchObject({
    code: 'classes-unknown',
    context: { names: ['road'] },
  });
});

test.each([
  ['path,labels\n0,haze\n', 'must name the columns path (or image_name) and tags'],
  ['path,tags\n0,haze\n0,road\n', '0 is listed twice'],
  ['path,tags\n8,haze\n', 'no row names an image'],
  ['path,tags\n0,haze\n', 'its images have 1 tag; a model needs at least two'],
])('the table %j is refused', async (text, reason) => {
  await expect(scan(text)).rejects.toThrow(reason);
});
