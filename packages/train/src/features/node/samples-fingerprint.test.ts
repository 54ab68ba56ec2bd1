import { samplesFrom } from '@sprout/core';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { samplesFingerprint } from './samples-fingerprint.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'));
  await write('a', 'one', 1);
  await write('b', 'two', 1);
});
afterEach(() => rm(folder, { recursive: true }));

async function write(id: string, content: string, seconds: number): Promise<void> {
  await writeFile(join(folder, id), content);
  await utimes(join(folder, id), seconds, seconds);
}

const fingerprintOf = (...labels: readonly number[]) =>
  samplesFingerprint(
    samplesFrom(['a', 'b'].map((id, at) => ({ id, path: join(folder, id), label: labels[at]! }))),
  );

test('a fingerprint changes with labels, sizes and times of files, and with nothing else', async () => {
  const first = await fingerprintOf(0, 1);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await fingerprintOf(0, 2)).not.toBe(first);
  await write('b', 'three', 1);
  expect(await fingerprintOf(0, 1)).not.toBe(first);
  await write('b', 'two', 2);
  expect(await fingerprintOf(0, 1)).not.toBe(first);
  await write('b', 'two', 1);
  expect(await fingerprintOf(0, 1)).toBe(first);
});

test('a missing file is named', async () => {
  await rm(join(folder, 'b'));
  await expect(fingerprintOf(0, 1)).rejects.toMatchObject({
    code: 'image-unreadable',
    context: { file: join(folder, 'b') },
  });
});
