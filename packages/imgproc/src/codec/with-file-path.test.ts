import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withFilePath } from './with-file-path.ts';

const folder = mkdtempSync(join(tmpdir(), 'sprout-path-'));

afterAll(() => rmSync(folder, { recursive: true }));

describe.runIf(process.platform === 'linux')('on Linux', () => {
  test('a file is lent by a path without special characters', async () => {
    const file = join(folder, 'a[1] "b".jpg');
    writeFileSync(file, 'abc');
    const read = async (path: string) => [/^[\w/]+$/.test(path), readFileSync(path, 'utf8')];
    expect(await withFilePath({ file, size: 3 }, read)).toEqual([true, 'abc']);
  });

  test('the file stays the same if another one takes its name', async () => {
    const file = join(folder, 'old');
    writeFileSync(file, 'old');
    writeFileSync(join(folder, 'new'), 'new');
    const read = async (path: string) => {
      renameSync(join(folder, 'new'), file);
      return readFileSync(path, 'utf8');
    };
    expect(await withFilePath({ file, size: 3 }, read)).toBe('old');
  });
});

test('a file of another size, a folder and a missing file are not lent', async () => {
  const file = join(folder, 'c');
  writeFileSync(file, 'abc');
  const use = (): Promise<never> => Promise.reject(new Error('used'));
  expect(await withFilePath({ file, size: 4 }, use)).toBeUndefined();
  expect(await withFilePath({ file: folder, size: 3 }, use)).toBeUndefined();
  expect(await withFilePath({ file: join(folder, 'no'), size: 3 }, use)).toBeUndefined();
});
