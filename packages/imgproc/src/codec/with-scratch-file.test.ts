import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { readlink } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withScratchFile } from './with-scratch-file.ts';

const onLinux = process.platform === 'linux';

test('lends the bytes, and leaves no file behind', async () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const lent = await withScratchFile(bytes, async (path) => {
    expect(Uint8Array.from(readFileSync(path))).toEqual(bytes);
    return path;
  });
  expect(existsSync(lent)).toBe(false);
});

test('several files are lent at once', async () => {
  const files = [1, 2, 3].map((value) =>
    withScratchFile(Uint8Array.of(value), async (path) => {
      await new Promise(setImmediate);
      return readFileSync(path)[0];
    }),
  );
  expect(await Promise.all(files)).toEqual([1, 2, 3]);
});

test('the file is removed if its user fails', async () => {
  let lent = '';
  const failing = withScratchFile(new Uint8Array(1), async (path) => {
    lent = path;
    expect(existsSync(path)).toBe(true);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(existsSync(lent)).toBe(false);
});

test.runIf(onLinux)('on Linux the file has no name while it is lent', async () => {
  await withScratchFile(new Uint8Array(1), async (path) => {
    expect(await readlink(path)).toMatch(/sprout-.*\.tmp \(deleted\)$/);
    expect(() => realpathSync(path)).toThrow('ENOENT');
  });
});
