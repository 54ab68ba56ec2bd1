import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveColourModel } from '../../test/colour-model.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { visualizeAdversarial, type VisualizeAdversarialOptions } from '../index.ts';
import { openModel, type OpenedModel } from '../model/open-model.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let run: string;
let photos: string;
let model: OpenedModel; // keeps the thread of the engine running between the tests
let outs = 0;

beforeAll(async () => {
  folder = await temporaryFolder();
  run = join(folder.path, 'run');
  await saveColourModel(join(run, 'model'));
  photos = await writePhotos(join(folder.path, 'photos'), { mixed: [BLUE, RED] });
  model = await openModel(run, { engine: 'cpu' });
});

afterAll(async () => {
  await model[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const newOut = (): string => join(folder.path, `out-${outs++}`);
const attacked = (options: Partial<VisualizeAdversarialOptions> & { readonly out: string }) =>
  visualizeAdversarial({ run, images: photos, engine: 'cpu', workers: 0, ...options });

test.each(['pgd', 'fgsm'] as const)('%s takes a blue image for a red one', async (method) => {
  const out = newOut();
  const { images, sheet } = await attacked({ method, most: 255, out });
  expect(sheet).toBe(join(out, 'sheet.png'));
  expect(images.map(({ className }) => className)).toEqual(['blue', 'red']);
  expect(images.map(({ change }) => change?.predicted)).toEqual(['red', 'blue']);
  expect(images.map(({ change }) => change?.predictedAsSaved)).toEqual(['red', 'blue']);
  for (const { change } of images) {
    expect(change!.epsilon).toBeGreaterThan(1);
    expect(change!.amplification * change!.epsilon).toBeCloseTo(127.5, 6);
  }
  const pictures = ['0-changed', '0-difference', '0-image', '1-changed', '1-difference', '1-image'];
  const files = ['adversarial.json', 'sheet.png', ...pictures.map((name) => `${name}.png`)];
  expect((await readdir(out)).toSorted()).toEqual(files.toSorted());
  const record: unknown = JSON.parse(await readFile(join(out, 'adversarial.json'), 'utf8'));
  expect(record).toEqual({ method, most: 255, images });
});

test('an image that no small change deceives has one picture', async () => {
  const out = newOut();
  const { images } = await attacked({ images: join(photos, 'mixed', '0.png'), most: 0.5, out });
  expect(images).toMatchObject([{ className: 'blue', image: '0-image.png' }]);
  expect(images[0]).not.toHaveProperty('change');
  expect(await readdir(out)).toHaveLength(3);
});

test.each<[object, string]>([
  [{ method: 'pdg' }, 'did you mean "pgd"?'],
  [{ most: 0 }, 'most must be a number above 0 and at most 255; received 0'],
  [{ out: 'maps.png' }, 'out must be the name of a folder'],
  [{ images: 'missing.png' }, 'missing.png'],
])('refuses %j before anything is written', async (wrong, message) => {
  const out = newOut();
  await expect(attacked({ out, ...wrong })).rejects.toThrow(message);
  await expect(readdir(out)).rejects.toMatchObject({ code: 'ENOENT' });
});
