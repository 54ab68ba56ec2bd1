import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sproutProcess } from './support/sprout-process.ts';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let seedlings: string;
let out: string;
let log: string;
let result: Augmented;

const AUGMENT = `
- { op: flip-horizontal }
- { op: rotate, degrees: [-40, 40], border: reflect }
- { op: brightness-contrast }
`;

beforeAll(async () => {
  folder = await temporaryFolder();
  seedlings = join(folder.path, 'seedlings');
  out = join(folder.path, 'augmented');
  await sproutJson(['sample', seedlings, '--classes', '2', '--images', '6', '--size', '48']);
  await writeFile(join(folder.path, 'augment.yaml'), AUGMENT);
  result = await augment(out, '--augment', join(folder.path, 'augment.yaml'));
  ({ log } = result);
}, 240_000);

afterAll(() => folder[Symbol.asyncDispose]());

interface Augmented {
  readonly folder: string;
  readonly log: string;
  readonly written: number;
  readonly bad: readonly unknown[];
}

function augment(target: string, ...more: readonly string[]): Promise<Augmented> {
  const size = more.includes('--replay') ? [] : ['--size', '32', '--copies', '3', '--seed', '4'];
  return sproutJson(['augment', seedlings, target, ...size, ...more]);
}

/** The digests of the images and the log of a folder. */
async function digests(path: string): Promise<Record<string, string>> {
  const names = (await readdir(path, { recursive: true })).filter((name) =>
    /\.(png|jsonl)$/.test(name),
  );
  const pairs = names.toSorted().map(async (name): Promise<[string, string]> => {
    const digest = createHash('sha256').update(await readFile(join(path, name)));
    return [name, digest.digest('hex')];
  });
  return Object.fromEntries(await Promise.all(pairs));
}

const lines = async (): Promise<string[]> => (await readFile(log, 'utf8')).trim().split('\n');

test('the log has one line for each written image, with its numbers', async () => {
  expect(result).toEqual({
    folder: out,
    log: join(out, 'augmentations.jsonl'),
    written: 36,
    bad: [],
  });
  const records = (await lines()).map((line) => JSON.parse(line) as Record<string, unknown>);
  const files = Object.keys(await digests(out)).filter((name) => name.endsWith('.png'));
  expect(records.map(({ file }) => file)).toEqual(files);
  expect(new Set(records.map(({ id, copy }) => `${String(id)} ${String(copy)}`)).size).toBe(36);
  expect(records[0]).toMatchObject({ copy: 1, seed: 4, ops: { length: 3 } });
});

test.each(['0', '3'])(
  '%s workers replay the log byte by byte',
  async (workers) => {
    const again = join(folder.path, `again-${workers}`);
    const replay = ['augment', seedlings, again, '--replay', log, '--workers', workers];
    const { written } = await sproutJson<Augmented>(replay, sproutProcess);
    expect(written).toBe(36);
    expect(await digests(again)).toEqual(await digests(out));
  },
  240_000,
);

test('the command can be repeated, and is refused for another augmentation', async () => {
  const before = await digests(out);
  await augment(out, '--augment', join(folder.path, 'augment.yaml'));
  expect(await digests(out)).toEqual(before);
  const other = join(folder.path, 'other.yaml');
  await writeFile(other, '- { op: flip-vertical }');
  const refused = await sprout(['augment', seedlings, out, '--augment', other]);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toContain('name a folder that is new or empty');
}, 240_000);

test.each([
  [
    'a number of another type',
    /"degrees":-?[\d.]+/,
    '"degrees":"x"',
    'op rotate, field degrees: invalid input: expected number, received string',
  ],
  [
    'a number outside of its interval',
    /"degrees":-?[\d.]+/,
    '"degrees":41',
    'op rotate, field degrees: 41 is outside of the interval from -40 to 40',
  ],
  [
    'numbers that are missing',
    /"numbers":\{"flip":(true|false)\},/,
    '',
    'op flip-horizontal: invalid input: expected object',
  ],
])('%s in a log is refused before an image is read', async (_, pattern, text, reason) => {
  const [first = '', second = ''] = await lines();
  const damaged = join(folder.path, 'damaged.jsonl');
  await writeFile(damaged, `${first}\n${second.replace(pattern, text)}\n`);
  const target = join(folder.path, 'refused');
  const { code, stderr } = await sprout(['augment', seedlings, target, '--replay', damaged]);
  expect(stderr).toContain(`${damaged} is damaged or of another format: line 2, ${reason}`);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(65);
  expect(await readdir(folder.path)).not.toContain('refused');
});

test.skipIf(process.platform === 'win32')(
  'ctrl-C ends it with 130, without a log, and the same command makes all images',
  { timeout: 240_000 },
  async () => {
    const target = join(folder.path, 'stopped');
    const command = ['augment', seedlings, target, '--size', '96', '--copies', '8'];
    const { code } = await sproutProcess(command, {
      onStart: (child) => {
        const stopAtFirstImage = async (): Promise<void> => {
          const names = await readdir(target).catch(() => []); // it is not there yet
          if (names.length >= 2)
            child.kill('SIGINT'); // the claim, and the folder of the first class
          else if (child.exitCode === null) setTimeout(() => void stopAtFirstImage(), 20);
        };
        void stopAtFirstImage();
      },
    });
    expect(code).toBe(130);
    expect(await readdir(target)).not.toContain('augmentations.jsonl');
    expect((await sproutJson<Augmented>(command)).written).toBe(96);
  },
);

test('a preview shows the numbers of each draw', async () => {
  const sheet = join(folder.path, 'grid.svg');
  const options = ['--augment', join(folder.path, 'augment.yaml'), '--rows', '2', '--copies', '3'];
  await sproutJson(['preview', seedlings, ...options, '--out', sheet]);
  const svg = await readFile(sheet, 'utf8');
  expect(svg.match(/>rotate degrees -?[\d.]+</g)).toHaveLength(6);
  expect(svg).toContain('>augmented 3<');
});
