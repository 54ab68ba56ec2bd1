import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeZip, type TestEntry } from '../../../../../tools/make-zip.ts';
import { deadTemporary } from '../../../test/dead-temporary.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { openProject } from './open-project.ts';

let cache: string;
let file: string;

beforeEach(async () => {
  const folder = await temporaryFolder();
  cache = join(folder, 'cache');
  file = join(folder, 'garden.tm');
  vi.stubEnv('SPROUT_CACHE', cache);
});
afterEach(() => vi.unstubAllEnvs());

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const entry = (name: string, text = name): TestEntry => ({ name, bytes: bytesOf(text) });
const manifest = (text: string): TestEntry => entry('manifest.json', text);
const IMAGE = manifest('{"type":"image","version":"2.4.7","appdata":{"trainEpochs":50}}');

async function project(...entries: readonly TestEntry[]): Promise<string> {
  await writeFile(file, makeZip(entries));
  return file;
}

/** The files and folders in the folder of projects. */
const cached = (): Promise<string[]> =>
  readdir(join(cache, 'projects'), { recursive: true }).catch(() => []);

test('images are unpacked once, and again if one is damaged or missing', async () => {
  const oak = { ...entry('oak-!-0.jpg', 'x'.repeat(999)), deflated: true };
  const open = async () => openProject(await project(IMAGE, oak, entry('elm-!-1.png')));
  const { folder, examples } = await open();
  expect(examples.map(({ id }) => id)).toEqual(['oak/0.jpg', 'elm/1.png']);
  expect(await readFile(join(folder, 'oak/0.jpg'), 'utf8')).toBe('x'.repeat(999));
  const { ino } = await stat(join(folder, 'elm/1.png'));
  expect((await open()).folder).toBe(folder);
  expect((await stat(join(folder, 'elm/1.png'))).ino).toBe(ino);
  await writeFile(join(folder, 'elm/1.png'), 'ELM-!-1.png');
  await open();
  expect(await readFile(join(folder, 'elm/1.png'), 'utf8')).toBe('elm-!-1.png');
  await rm(folder, { recursive: true });
  await openProject(file);
  expect(await readdir(folder)).toEqual(['elm', 'oak']);
});

test('a project with other content has another folder, and a manifest is not required', async () => {
  const before = await openProject(await project(IMAGE, entry('oak-!-0.jpg')));
  const after = await openProject(await project(entry('oak-!-0.jpg')));
  expect(after.folder).not.toBe(before.folder);
  expect(after.folder.endsWith('garden.tm')).toBe(true);
});

test.each<[string, readonly TestEntry[], string]>([
  ['sounds', [manifest('{"type":"audio"}'), entry('a-!-0.zip')], 'it is a project of type "audio"'],
  ['poses', [manifest('{"type":"pose"}'), entry('a-!-0.jpg')], 'it is a project of type "pose"'],
  ['no type', [manifest('{}'), entry('a-!-0.jpg')], 'its manifest.json must be JSON with a type'],
  ['no JSON', [manifest('{'), entry('a-!-0.jpg')], 'its manifest.json must be JSON with a type'],
  [
    'a large manifest',
    [manifest(' '.repeat(2 ** 20 + 1))],
    'has 1048577 bytes; the limit is 1048576',
  ],
  ['no images', [IMAGE, entry('a-!-0.zip')], 'it has no images'],
  [
    '.. in a name',
    [entry('../a-!-0.jpg')],
    'has an entry "../a-!-0.jpg", which is not a relative path',
  ],
  ['an absolute name', [entry('/a-!-0.jpg')], 'not a relative path'],
  ['NUL in a name', [entry('a\0-!-0.jpg')], 'not a relative path'],
  ['an entry twice', [entry('a-!-0.jpg'), entry('a-!-0.jpg')], 'it has two entries a-!-0.jpg'],
  ['encryption', [{ ...entry('a-!-0.jpg'), flags: 1 }], 'a-!-0.jpg is encrypted'],
  [
    'a wrong checksum',
    [entry('b-!-0.jpg'), { ...entry('a-!-0.jpg'), crc: 1 }],
    'the CRC-32 of a-!-0.jpg',
  ],
  [
    'a large image',
    [{ ...entry('a-!-0.jpg'), deflated: true, size: 2 ** 31 }],
    'the limit is 268435456',
  ],
  [
    'more than it states',
    [{ name: 'a-!-0.jpg', bytes: new Uint8Array(2 ** 20), deflated: true, size: 99 }],
    'a-!-0.jpg inflates to more than the 99 bytes that it states',
  ],
  [
    'a bomb',
    [{ ...entry('a-!-0.jpg', 'x'.repeat(99)), deflated: true, size: 33 * 2 ** 20 }],
    'may hold 33554432',
  ],
])(
  'a project with %s is refused, and nothing is written to the cache',
  async (_, entries, reason) => {
    await project(...entries);
    const error = await openProject(file).catch((caught: unknown) => caught);
    expect(String(error)).toContain(`${file} is damaged or of another format: `);
    expect(String(error)).toContain(reason);
    expect(await cached()).toEqual([]);
  },
);

test('a file that is not an archive, or is truncated or missing, is refused', async () => {
  await writeFile(file, 'hello');
  await expect(openProject(file)).rejects.toThrow('it is not a zip archive');
  await writeFile(file, makeZip([IMAGE, entry('a-!-0.jpg')]).subarray(0, -5));
  await expect(openProject(file)).rejects.toThrow('it is truncated');
  await expect(openProject(join(file, '..', 'no.tm'))).rejects.toThrow('no.tm');
});

test('an interruption leaves no files, and the files of a crash are removed', async () => {
  await project(IMAGE, entry('a-!-0.jpg'), entry('a-!-1.jpg'));
  let checks = 0;
  const signal = Object.assign(new AbortController().signal, {
    throwIfAborted: () => {
      if (++checks === 4) throw new Error('stopped'); // after the first image was written
    },
  });
  await expect(openProject(file, { signal })).rejects.toThrow('stopped');
  expect(await cached()).toEqual([]);
  const dead = join(cache, 'projects', deadTemporary());
  await mkdir(join(dead, 'a'), { recursive: true });
  await openProject(file);
  expect(await readdir(dirname(dead))).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
});

test('calls at the same time unpack one folder', async () => {
  await project(IMAGE, ...Array.from({ length: 20 }, (_, at) => entry(`a-!-${at}.jpg`)));
  const opened = await Promise.all([openProject(file), openProject(file), openProject(file)]);
  expect(new Set(opened.map(({ folder }) => folder)).size).toBe(1);
  expect((await cached()).filter((name) => name.endsWith('.jpg'))).toHaveLength(20);
});

test('a cache that cannot be written is an error that names it and the variable', async () => {
  await project(IMAGE, entry('a-!-0.jpg'));
  await writeFile(cache, 'a file');
  await expect(openProject(file)).rejects.toThrow(
    /^Cannot write .*cache.projects.*garden\.tm: .*SPROUT_CACHE can name another folder$/,
  );
});
