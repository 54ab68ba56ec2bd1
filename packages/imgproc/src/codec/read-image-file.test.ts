import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readImageFile } from './read-image-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'sprout-read-'));

afterAll(() => rmSync(folder, { recursive: true }));

const allocate = (size: number): Uint8Array => new Uint8Array(size);

test('reads a whole file', () => {
  const file = join(folder, 'Shepherd’s Purse \u{1f331}.png');
  writeFileSync(file, Uint8Array.of(1, 2, 3));
  expect([...readImageFile(file, allocate)]).toEqual([1, 2, 3]);
});

test('refuses folders and missing files, naming them', () => {
  expect(() => readImageFile(folder, allocate)).toThrow(
    `Cannot read ${folder}: it is not a regular file`,
  );
  expect(() => readImageFile(join(folder, 'no.png'), allocate)).toThrow(/no\.png: ENOENT/);
});

test.skipIf(process.platform === 'win32')('does not wait for a pipe', () => {
  const pipe = join(folder, 'pipe.png');
  execFileSync('mkfifo', [pipe]);
  expect(() => readImageFile(pipe, allocate)).toThrow('it is not a regular file');
});
