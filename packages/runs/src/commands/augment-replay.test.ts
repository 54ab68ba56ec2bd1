import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contents, imagesOf, linesOf, writePatterned } from '../../test/augmented-files.ts';
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

test('the log makes the same images and the same log again, with any number of workers', async () => {
  const { log } = await augment(options({ workers: 2 }));
  const before = await contents(out);
  const again = join(folder.path, 'again');
  for (const workers of [0, 1, 3]) {
    await rm(again, { recursive: true, force: true });
    const replayed = { folder: photos, out: again, replay: log, workers };
    expect(await augment(replayed)).toMatchObject({ written: 6, bad: [] });
    const { '.sprout-augmented.json': _own, ...after } = await contents(again);
    const { '.sprout-augmented.json': _first, ...expected } = before;
    expect(after).toEqual(expected);
  }
});

test('some lines of a log make their images again, also with numbers that were changed', async () => {
  const { log } = await augment(options());
  const before = await imagesOf(out);
  const lines = await linesOf(log);
  const turned = structuredClone(lines[4]!) as { ops: { numbers: { degrees: number } }[] };
  turned.ops[1]!.numbers.degrees += turned.ops[1]!.numbers.degrees > 0 ? -20 : 20;
  const some = join(folder.path, 'some.jsonl');
  await writeFile(some, `${JSON.stringify(lines[3])}\n${JSON.stringify(turned)}\n`);
  const again = join(folder.path, 'again');
  await augment({ folder: photos, out: again, replay: some, workers: 0 });
  const after = await imagesOf(again);
  const [same, other] = [join('blue', '1-2.png'), join('red', '0-1.png')];
  expect(Object.keys(after)).toEqual([same, other]);
  expect(after[same]).toBe(before[same]);
  expect(after[other]).not.toBe(before[other]);
});

test('a replay can be repeated, and another log is refused', async () => {
  const { log } = await augment(options());
  const again = join(folder.path, 'again');
  const replayed = { folder: photos, out: again, replay: log, workers: 0 };
  await augment(replayed);
  const before = await contents(again);
  await augment(replayed);
  expect(await contents(again)).toEqual(before);
  const some = join(folder.path, 'some.jsonl');
  await writeFile(some, `${JSON.stringify((await linesOf(log))[0])}\n`);
  await expect(augment({ ...replayed, replay: some })).rejects.toMatchObject({
    code: 'folder-occupied',
  });
});

test('numbers in a log that do not fit their op are refused before an image is read', async () => {
  const { log } = await augment(options());
  const text = await readFile(log, 'utf8');
  const damaged = join(folder.path, 'damaged.jsonl');
  await writeFile(
    damaged,
    text.replace('"flip":true', '"flip":3').replace('"flip":false', '"flip":3'),
  );
  await rm(photos, { recursive: true });
  const again = join(folder.path, 'again');
  await expect(augment({ folder: photos, out: again, replay: damaged })).rejects.toMatchObject({
    code: 'file-invalid',
    context: {
      file: damaged,
      reason:
        'line 1, op flip-horizontal, field flip: invalid input: expected boolean, received number',
    },
  });
  expect(await readdir(folder.path)).not.toContain('again');
});

test('a log about an image that the folder does not have is refused', async () => {
  const { log } = await augment(options());
  await rm(join(photos, 'blue', '1.png'));
  const again = join(folder.path, 'again');
  await expect(
    augment({ folder: photos, out: again, replay: log, workers: 0 }),
  ).rejects.toMatchObject({
    code: 'file-invalid',
    context: { file: log, reason: `line 3: there is no image blue/1.png in ${photos}` },
  });
  expect(await readdir(folder.path)).not.toContain('again');
});

test('a log of another version is used with a warning', async () => {
  const { log } = await augment(options());
  const older = join(folder.path, 'older.jsonl');
  const text = await readFile(log, 'utf8');
  await writeFile(older, text.replaceAll(/"sprout":"[^"]*"/g, '"sprout":"0.0.1"'));
  const events: RunEvent[] = [];
  const again = join(folder.path, 'again');
  const replayed = { folder: photos, out: again, replay: older, workers: 0 };
  await augment(replayed, { onEvent: (event) => void events.push(event) });
  expect(events).toContainEqual({
    type: 'log-of-other-version',
    file: older,
    written: '0.0.1',
    own: expect.stringMatching(/^\d+\./) as string,
  });
  expect(await imagesOf(again)).toEqual(await imagesOf(out));
});

test('options beside a log must be those of the log', async () => {
  const { log } = await augment(options());
  const again = join(folder.path, 'again');
  expect(await augment(options({ out: again, replay: log, seed: 0 }))).toMatchObject({
    written: 6,
  });
  for (const more of [{ augment: [ops[0]] }, { seed: 3 }, { copies: 1 }, { recipe: [] }]) {
    await expect(augment(options({ out: again, replay: log, ...more }))).rejects.toMatchObject({
      code: 'option-invalid',
      context: { option: Object.keys(more)[0] },
    });
  }
});
