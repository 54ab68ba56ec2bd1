import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getuid, platform } from 'node:process';
import { expect, test } from 'vitest';
import { outputOf, runScript } from '../../../test/run-script.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeAtomic } from './write-atomic.ts';

test('writes a new file and replaces an old one, with nothing left beside it', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'run.json');
  await writeAtomic(file, 'old');
  await writeAtomic(file, Uint8Array.of(110, 101, 119));
  expect(await readFile(file, 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['run.json']);
});

test('leaves one whole file when many are written at once', async () => {
  const folder = await temporaryFolder();
  const texts = Array.from({ length: 20 }, (_, number) => String(number).repeat(10_000));
  await Promise.all(texts.map((text) => writeAtomic(join(folder, 'a'), text)));
  expect(texts).toContain(await readFile(join(folder, 'a'), 'utf8'));
  expect(await readdir(folder)).toEqual(['a']);
});

test('reports a folder that does not exist', async () => {
  const file = join(await temporaryFolder(), 'nowhere', 'a');
  await expect(writeAtomic(file, 'x')).rejects.toMatchObject({
    code: 'file-unwritable',
    context: { file, reason: 'its folder does not exist' },
  });
});

test('reports that a part of the path is a file', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a'), 'x');
  await expect(writeAtomic(join(folder, 'a', 'b'), 'x')).rejects.toThrow(
    'a part of its path is not a folder',
  );
});

test('does not replace a folder, and leaves nothing beside it', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'a'));
  await expect(writeAtomic(join(folder, 'a'), 'x')).rejects.toMatchObject({
    code: 'file-unwritable',
  });
  expect(await readdir(folder)).toEqual(['a']);
});

test.skipIf(platform === 'win32')(
  'keeps the old file if the disk is full, and states the bytes that are needed',
  { timeout: 60_000 },
  async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'weights.bin');
    await writeFile(file, 'old');
    // with a limit of the file size, a write fails half-way as on a full disk
    const before = "trap '' XFSZ; ulimit -f 8";
    const output = await outputOf(
      runScript('write-under-limit.ts', { args: [file, '100000'], before }),
    );
    expect(output).toBe(
      `Cannot write ${file}: the file would be larger than the limit; 100000 bytes are needed\n`,
    );
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['weights.bin']);
  },
);

test.skipIf(platform === 'win32' || getuid?.() === 0)(
  'keeps the old file in an unwritable folder (not as root)',
  async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a'), 'old');
    await chmod(folder, 0o500);
    const written = writeAtomic(join(folder, 'a'), 'new');
    await expect(written).rejects.toThrow('permission denied');
    await chmod(folder, 0o700);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('old');
  },
);
