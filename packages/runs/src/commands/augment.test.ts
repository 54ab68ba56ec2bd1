import { decode, resizeLinear } from '@sprout/imgproc';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deadTemporary } from '../../test/dead-temporary.ts';
import { contents, imagesOf, linesOf, writePatterned } from '../../test/augmented-files.ts';
import { BLUE, photo, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { augment, type AugmentOptions, type RunEvent } from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let photos: string;
let out: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  photos = join(folder.path, 'photos');
  await writePatterned(photos);
  out = join(folder.path, 'augmented');
});

afterEach(() => folder[Symbol.asyncDispose]());

const recipe = [{ op: 'resize', height: 6, width: 5 }] as const;
const ops = [{ op: 'flip-horizontal' }, { op: 'rotate', degrees: [-30, 30] }] as const;

const options = (more: Partial<AugmentOptions> = {}): AugmentOptions => ({
  folder: photos,
  out,
  recipe,
  augment: ops,
  workers: 0,
  copies: 2,
  ...more,
});

test('each image has its augmented copies as PNG, and each copy a line in the log', async () => {
  const events: RunEvent[] = [];
  const result = await augment(options(), { onEvent: (event) => void events.push(event) });
  const log = join(out, 'augmentations.jsonl');
  expect(result).toEqual({ folder: out, log, written: 6, bad: [] });
  const files = ['blue/0-1', 'blue/0-2', 'blue/1-1', 'blue/1-2', 'red/0-1', 'red/0-2'];
  expect(Object.keys(await imagesOf(out))).toEqual(files.map((name) => join(`${name}.png`)));
  const image = await decode(await readFile(join(out, 'red', '0-2.png')), '0-2.png');
  expect(image).toMatchObject({ height: 6, width: 5 });
  const lines = await linesOf(log);
  expect(lines.map(({ file }) => file)).toEqual(files.map((name) => `${name}.png`));
  expect(lines[1]).toEqual({
    id: 'blue/0.png',
    copy: 2,
    file: 'blue/0-2.png',
    seed: 0,
    ops: [
      {
        op: 'flip-horizontal',
        numbers: { flip: expect.any(Boolean) as boolean },
        spec: { op: 'flip-horizontal', probability: 0.5 },
      },
      {
        op: 'rotate',
        numbers: { degrees: expect.any(Number) as number, border: 'nearest' },
        spec: { op: 'rotate', degrees: [-30, 30], border: 'nearest' },
      },
    ],
    recipe: [{ op: 'resize', height: 6, width: 5, resampler: 'cv2-linear' }],
    versions: {
      sprout: expect.stringMatching(/^\d+\./) as string,
      node: process.versions.node,
    },
  });
  expect(events).toContainEqual({ type: 'task-progress', task: 'augment', done: 6, total: 6 });
});

test('there are four copies by default', async () => {
  expect(await augment(options({ copies: undefined }))).toMatchObject({ written: 12 });
});

test('the copies are those that a training sees in its first epochs', async () => {
  await augment(options({ recipe: [], augment: [{ op: 'flip-horizontal' }], copies: 8 }));
  const whole = await decode(await readFile(join(photos, 'red', '0.png')), '0.png');
  const { createImagePool } = await import('@sprout/imgproc');
  await using pool = await createImagePool({ workers: 0 });
  const sample = { id: 'red/0.png', path: join(photos, 'red', '0.png'), label: 1 };
  const flips: boolean[] = [];
  for (let epoch = 0; epoch < 8; epoch++) {
    const flip = [{ op: 'flip-horizontal' }];
    using lent = await pool.render([sample], { recipe: [], augment: flip, seed: 0, epoch });
    const file = join(out, 'red', `0-${epoch + 1}.png`);
    const { data } = await decode(await readFile(file), file);
    expect(data).toEqual(Uint8Array.from(lent.images));
    flips.push(!Buffer.from(data).equals(Buffer.from(whole.data)));
  }
  expect(new Set(flips)).toEqual(new Set([true, false]));
});

test('another seed draws other numbers', async () => {
  await augment(options());
  const other = join(folder.path, 'other');
  await augment(options({ seed: 1, out: other }));
  expect(await imagesOf(other)).not.toEqual(await imagesOf(out));
});

test('without a recipe the images are resized, and an empty recipe keeps their sizes', async () => {
  await augment(options({ recipe: undefined, size: { height: 3, width: 4 } }));
  const file = join('blue', '0-1.png');
  const sizeIn = async (path: string) => {
    const { height, width } = await decode(await readFile(join(path, file)), file);
    return [height, width];
  };
  expect(await sizeIn(out)).toEqual([3, 4]);
  const whole = join(folder.path, 'whole');
  await augment(options({ recipe: [], out: whole }));
  expect(await sizeIn(whole)).toEqual([8, 8]);
});

test('the same call again gives the same, another augmentation, seed or number of copies is refused', async () => {
  await augment(options());
  const before = await contents(out);
  await rm(join(out, 'red', '0-1.png'));
  await augment(options());
  expect(await contents(out)).toEqual(before);
  for (const more of [{ augment: [ops[0]] }, { seed: 3 }, { copies: 1 }, { recipe: [] }]) {
    await expect(augment(options(more))).rejects.toMatchObject({ code: 'folder-occupied' });
  }
  expect(await contents(out)).toEqual(before);
});

test('bad images are left out, or an error after all images were tried', async () => {
  await writeFile(join(photos, 'blue', '0.png'), '');
  const events: RunEvent[] = [];
  const skipped = await augment(options({ onBad: 'skip' }), {
    onEvent: (event) => void events.push(event),
  });
  expect(skipped).toMatchObject({ written: 4, bad: [{ id: 'blue/0.png' }] });
  const first = skipped.bad[0]!.reason;
  expect(events).toContainEqual({ type: 'images-left-out', count: 1, first });
  expect(await linesOf(skipped.log)).toHaveLength(4);
  await rm(out, { recursive: true });
  await expect(augment(options())).rejects.toMatchObject({
    code: 'images-bad',
    context: { count: 1, total: 3, first },
  });
  expect(Object.keys(await imagesOf(out))).toHaveLength(4);
  expect(await linesOf(skipped.log)).toHaveLength(4);
});

test('copies of an image that does not fit an op are left out, or an error after all images were tried', async () => {
  await writeFile(join(photos, 'blue', '0.png'), await photo(BLUE, { height: 8, width: 5 }));
  const turn = [{ op: 'quarter-turn', degrees: [90] }] as const;
  const reason =
    'the op quarter-turn by 90 degrees needs a square image, and this one has 8 x 5 pixels';
  const first = `Cannot process ${join(photos, 'blue', '0.png')}: ${reason}`;
  const skipped = await augment(options({ recipe: [], augment: turn, onBad: 'skip' }));
  expect(skipped).toMatchObject({ written: 4, bad: [{ id: 'blue/0.png', reason: first }] });
  expect(await linesOf(skipped.log)).toHaveLength(4);
  await expect(augment(options({ recipe: [], augment: turn }))).rejects.toMatchObject({
    code: 'images-bad',
    context: { count: 1, total: 3, first },
  });
});

test('copies of an image whose drawn numbers fit are written', async () => {
  await writeFile(join(photos, 'blue', '0.png'), await photo(BLUE, { height: 8, width: 5 }));
  const turn = [{ op: 'quarter-turn', degrees: [90, 180] }] as const;
  const { log, bad } = await augment(
    options({ recipe: [], augment: turn, copies: 8, onBad: 'skip' }),
  );
  expect(bad).toHaveLength(1);
  const lines = (await linesOf(log)).filter(({ id }) => id === 'blue/0.png');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.map(({ ops: all }) => all)).toEqual(
    lines.map(() => [expect.objectContaining({ numbers: { degrees: 180 } })]),
  );
});

test('an augmentation without ops, and a number of copies out of range, are refused', async () => {
  await expect(augment(options({ augment: false }))).rejects.toMatchObject({
    code: 'option-invalid',
    context: { option: 'augment', value: 'no ops', rule: 'an augmentation of at least one op' },
  });
  for (const copies of [0, 1.5, Number.NaN, 1001]) {
    await expect(augment(options({ copies }))).rejects.toMatchObject({
      context: { option: 'copies', rule: 'a whole number from 1 to 1000' },
    });
  }
  expect(await readdir(folder.path)).toEqual(['photos']);
});

test('images of one name and two extensions have copies of their own', async () => {
  await cp(join(photos, 'red', '0.png'), join(photos, 'red', '0.jpg'));
  await augment(options({ copies: 1 }));
  expect((await readdir(join(out, 'red'))).toSorted()).toEqual(['0.jpg-1.png', '0.png-1.png']);
});

test('the images cannot be written into the data set', async () => {
  const inside = join(photos, 'blue', 'augmented');
  await expect(augment(options({ out: inside }))).rejects.toMatchObject({
    code: 'option-invalid',
    context: { value: inside, rule: `outside of ${photos}` },
  });
  expect(await readdir(join(photos, 'blue'))).toEqual(['0.png', '1.png']);
});

test('a signal that is aborted ends the command with the reason, and the call can be repeated', async () => {
  const abort = new AbortController();
  const reason = new Error('enough');
  const onEvent = ({ type }: RunEvent): void => {
    if (type === 'task-progress') abort.abort(reason);
  };
  await expect(augment(options(), { onEvent, signal: abort.signal })).rejects.toBe(reason);
  expect(await readdir(out)).not.toContain('augmentations.jsonl');
  await writeFile(join(out, 'blue', await deadTemporary()), '');
  expect(await augment(options())).toMatchObject({ written: 6 });
  expect((await readdir(join(out, 'blue'))).toSorted()).toEqual([
    '0-1.png',
    '0-2.png',
    '1-1.png',
    '1-2.png',
  ]);
});

test('the augmented images are a data set', async () => {
  const plain = await writePhotos(join(folder.path, 'plain'), { blue: [BLUE], red: [RED] });
  await augment(options({ folder: plain, augment: [{ op: 'rotate' }], recipe: [], copies: 1 }));
  const { scanFolder } = await import('@sprout/core');
  const scan = await scanFolder(out);
  expect(scan.classes).toEqual(['blue', 'red']);
  expect(scan.samples).toHaveLength(2);
  const image = await decode(await readFile(join(out, 'red', '0-1.png')), '0-1.png');
  const small = resizeLinear(image, { height: 1, width: 1 });
  expect([...small.data]).toEqual(RED);
});
