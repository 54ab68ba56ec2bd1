import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedData } from '../../tools/shared-data.ts';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const photos = sharedData('seedlings');
const weights = sharedData('models/efficientnet-lite0/efficientnet-lite0-57934424.pth');
const isMissing = photos === undefined || weights === undefined;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let few: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  few = join(folder.path, 'few');
  if (photos === undefined) return;
  for (const name of ['Charlock', 'Maize']) {
    await mkdir(join(few, name), { recursive: true });
    const files = (await readdir(join(photos, name))).sort().slice(0, 12);
    for (const file of files) await cp(join(photos, name, file), join(few, name, file));
  }
});

afterAll(() => folder[Symbol.asyncDispose]());

describe.skipIf(isMissing)('sprout train --weights (needs ../shared/data)', () => {
  test('puts a head on EfficientNet-Lite0 that tells two plants apart', async () => {
    const runs = join(folder.path, 'runs');
    const options = ['--model', 'efficientnet-lite0', '--weights', weights!]; // skipped where it is missing
    const { run, validationAccuracy, parameters } = await sproutJson<{
      readonly run: string;
      readonly validationAccuracy: number;
      readonly parameters: number;
    }>([
      'train',
      few,
      ...options,
      '--validation',
      '4',
      '--epochs',
      '6',
      '--size',
      '128',
      '--runs',
      runs,
    ]);
    expect(parameters).toBe(3_413_024 + 2 * 1281);
    expect(validationAccuracy).toBeGreaterThanOrEqual(0.75);
    const record = await readFile(join(run, 'run.json'), 'utf8');
    expect(record).toContain('579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db');
    const { code, stdout } = await sprout(['predict', run, join(few, 'Maize')]);
    expect(code).toBe(0);
    const labels = stdout.trim().split('\n').slice(1);
    expect(labels.filter((line) => line.includes(',Maize,')).length).toBeGreaterThan(9);
  }, 120_000);
});

test('a network without weights is refused with the option and the places where they are', async () => {
  const { code, stderr } = await sprout(['train', folder.path, '--model', 'efficientnet-lite0']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: --weights must be the file of .* efficientnet-lite0, .*PyTorch/);
});
