import { readdirSync } from 'node:fs';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSmallWeights } from '../../packages/runs/test/small-weights.ts';
import { sharedData } from '../../tools/shared-data.ts';
import { sproutProcess } from './support/sprout-process.ts';
import { type Ended, sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

interface Summary {
  readonly rows: number;
  readonly computed: number;
}

interface Trained {
  readonly run: string;
  readonly validationAccuracy: number;
  readonly parameters: number;
}

const IMAGES = 40;
const BATCH = 2;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let seedlings: string;
let weights: string;
let whole: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  seedlings = join(folder.path, 'seedlings');
  weights = join(folder.path, 'small.safetensors');
  whole = join(folder.path, 'whole');
  await sproutJson(['sample', seedlings, '--classes', '2', '--images', '20', '--size', '32']);
  await writeSmallWeights(weights);
  await sproutJson(command(whole));
}, 120_000);
afterAll(() => folder[Symbol.asyncDispose]());

function command(out: string): string[] {
  const base = ['--model', 'mobilenet-v1', '--weights', weights, '--set', 'model.alpha=0.25'];
  const images = ['--size', '64', '--batch-size', `${BATCH}`, '--workers', '0'];
  return ['features', seedlings, out, ...base, ...images];
}

/** The number of batches that a store has. */
function batchesIn(out: string): number {
  try {
    return readdirSync(join(out, 'features', 'c')).filter((name) => /^\d+$/.test(name)).length;
  } catch {
    return 0;
  }
}

/** Runs the program and sends it a signal when the store has so many batches. */
async function stopped(out: string, batches: number, signal: NodeJS.Signals): Promise<Ended> {
  let watch: NodeJS.Timeout | undefined;
  const onStart = (child: { kill(name: NodeJS.Signals): boolean }): void => {
    watch = setInterval(() => {
      if (batchesIn(out) < batches) return;
      clearInterval(watch);
      child.kill(signal);
    }, 1);
  };
  const ended = await sproutProcess(command(out), { onStart });
  clearInterval(watch);
  return ended;
}

async function contentsOf(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async ({ parentPath, name }) => {
    const file = join(parentPath, name);
    return [file.slice(path.length), await readFile(file)] as const;
  });
  return new Map(await Promise.all(read));
}

test('an extraction that is killed goes on without repeating a stored batch', async () => {
  const out = join(folder.path, 'killed');
  for (const batches of [1, 6, 12]) {
    expect((await stopped(out, batches, 'SIGKILL')).code).toBeNull();
    expect(batchesIn(out)).toBeGreaterThanOrEqual(batches);
  }
  const left = IMAGES - batchesIn(out) * BATCH;
  const { computed } = await sproutJson<Summary>(command(out));
  expect([left, left + BATCH]).toContain(computed); // a batch may have been damaged by the kill
  expect(await contentsOf(out)).toEqual(await contentsOf(whole));
  const again = await sprout(command(out));
  expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('is complete: 40 rows') });
  const left0 = (await readdir(folder.path)).filter((name) => name.startsWith('killed'));
  expect(left0).toEqual(['killed']); // no cache, no lock
}, 180_000);

test('ctrl-C keeps what is stored, and prints how to go on', async () => {
  const out = join(folder.path, 'stopped');
  const { code, stdout, stderr } = await stopped(out, 2, 'SIGINT');
  expect([code, stdout]).toEqual([130, '']);
  expect(stderr).toContain(`go on with the same command: sprout features ${seedlings} ${out}`);
  const { computed } = await sproutJson<Summary>(command(out));
  expect(computed).toBeLessThanOrEqual(IMAGES - 2 * BATCH);
  expect(await contentsOf(out)).toEqual(await contentsOf(whole));
}, 120_000);

test('what does not fit is refused with its field and its exit code', async () => {
  const ended = async (...args: string[]) => {
    const { code, stderr } = await sprout(args);
    return `${code} ${stderr}`;
  };
  const train = ['train', seedlings, '--features', whole];
  expect(await ended(...command(whole), '--size', '32')).toMatch(/^65 error: .*the recipe is /s);
  expect(await ended(...train, '--size', '32')).toMatch(/^65 .*error: .*the recipe is /s);
  expect(await ended(...command(join(seedlings, 'out')))).toMatch(/^2 error: .*outside of/);
  expect(await ended(...command(folder.path))).toMatch(/^1 error: .*holds other files/);
  expect(await ended('features', seedlings, whole)).toMatch(/^2 error: --model must be a network/);
  expect(await ended('train', seedlings, '--features', 'nowhere')).toMatch(
    /^2 error: .*nowhere.zarr\.json/,
  );
  expect(await ended('train', '--resume', 'run', '--features', whole)).toMatch(
    /^2 error: --features must be .*left out with --resume/,
  );
}, 60_000);

test('the configuration that features use can be printed and used', async () => {
  const { stdout } = await sprout([...command(whole), '--print-config']);
  expect(stdout).toMatch(/name: mobilenet-v1/);
  expect(stdout).toMatch(/sha256: [0-9a-f]{64}/);
  const models = await sproutProcess(['complete', '--', 'features', '--model', 'm']);
  expect(models.stdout).toMatch(/^mobilenet-v1\t.*\nmobilenet-v2\t/);
  const printed = await sprout(['train', seedlings, '--features', whole, '--print-config']);
  expect(printed.stdout).toContain(`features: ${whole}`);
}, 60_000);

const photos = sharedData('seedlings');
const released = sharedData('models/efficientnet-lite0/efficientnet-lite0-57934424.pth');
const isMissing = photos === undefined || released === undefined;

describe.skipIf(isMissing)('features of EfficientNet-Lite0 (needs ../shared/data)', () => {
  test('two heads are trained on a store without its photographs being looked at again', async () => {
    const few = join(folder.path, 'few');
    for (const name of ['Charlock', 'Maize']) {
      await mkdir(join(few, name), { recursive: true });
      const files = (await readdir(join(photos!, name))).sort().slice(0, 12); // skipped where it is missing
      for (const file of files) await cp(join(photos!, name, file), join(few, name, file));
    }
    const out = join(folder.path, 'lite0');
    const options = ['--model', 'efficientnet-lite0', '--weights', released!, '--size', '128'];
    expect(await sproutJson(['features', few, out, ...options])).toMatchObject({
      layer: 'avg_pool',
      shape: [1280],
      rows: 24,
    });
    const runs = ['--runs', join(folder.path, 'runs')];
    const train = ['train', few, '--features', out, '--validation', '4', ...runs];
    const { run, validationAccuracy, parameters } = await sproutJson<Trained>(train);
    expect(parameters).toBe(3_413_024 + 2 * 1281);
    expect(validationAccuracy).toBeGreaterThanOrEqual(0.75);
    const { code, stdout } = await sprout(['predict', run, join(few, 'Maize')]);
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => line.includes(',Maize,')).length).toBeGreaterThan(9);
    const second = [...train, '--set', 'model.head=[{dense: 16}]'];
    expect(await sproutJson<Trained>(second)).toMatchObject({
      parameters: 3_413_024 + 16 * 1281 + 2 * 17,
    });
  }, 240_000);
});
