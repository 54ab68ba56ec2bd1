import { createImagePool } from '@sprout/imgproc';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventLog } from '../../test/event-log.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { writePredictions } from './write-predictions.ts';

test('classes are in order with the given one last, and in each the least probable is first', async () => {
  await using folder = await temporaryFolder();
  await using source = await createImagePool({ workers: 0 });
  const photos = await writePhotos(join(folder.path, 'a b'), { x: [BLUE, RED, BLUE, RED] });
  const sample = (number: number) => {
    const path = join(photos, 'x', `${number}.png`);
    return { id: path, path, label: 0 };
  };
  const files = [
    { sample: sample(0), predicted: 'zebra', probability: 0.9 },
    { sample: sample(1), predicted: 'unknown', best: 'zebra', probability: 0.4 },
    { sample: sample(2), predicted: 'zebra', probability: 0.6 },
    { sample: sample(3), predicted: '', probability: 0.7 },
  ];
  const html = join(folder.path, 'page.html');
  const own = { run: 'runs/one', files, failed: [], last: 'unknown' };
  await writePredictions(html, { ...own, source, ...eventLog() });
  const page = await readFile(html, 'utf8');
  expect([...page.matchAll(/<h2><bdi>(.*?)<\/bdi>/g)].map(([, title]) => title)).toEqual([
    'no tags',
    'zebra',
    'unknown',
  ]);
  expect(page).toMatch(/<span class="label"><bdi>zebra<\/bdi> 40\.0\s%</);
  expect(page).toContain(', 1 of them unknown.');
  expect([...page.matchAll(/<a href="(\.[^"]*)"/g)].map(([, address]) => address)).toEqual(
    [3, 2, 0, 1].map((number) => `./a%20b/x/${number}.png`),
  );
});
