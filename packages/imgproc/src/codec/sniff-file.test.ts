import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { sniff } from './sniff.ts';
import { sniffFile } from './sniff-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'sprout-sniff-'));
const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/codec/${name}`, import.meta.url));

afterAll(() => rmSync(folder, { recursive: true }));

test.each(['exif-6.jpg', 'rgb8.png', 'lossy.webp', 'rgb8.tif'])('reads %s', async (name) => {
  expect(await sniffFile(fixture(name))).toEqual(sniff(readFileSync(fixture(name))));
});

test('a header of 200,000 bytes is read', async () => {
  const bytes = readFileSync(fixture('420.jpg'));
  const note = Buffer.alloc(50_002);
  note.writeUInt16BE(0xffee);
  note.writeUInt16BE(50_000, 2);
  const notes = Array.from({ length: 4 }, () => note);
  const file = join(folder, 'notes.jpg');
  writeFileSync(file, Buffer.concat([bytes.subarray(0, 2), ...notes, bytes.subarray(2)]));
  expect(await sniffFile(file)).toMatchObject({ format: 'jpeg', height: 17, width: 23 });
});

test('a file that is no image, a folder and a missing file have no header', async () => {
  const text = join(folder, 'text.jpg');
  writeFileSync(text, 'no image');
  expect(await sniffFile(text)).toBeUndefined();
  expect(await sniffFile(folder)).toBeUndefined();
  expect(await sniffFile(join(folder, 'missing.jpg'))).toBeUndefined();
});

test.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
  const pipe = join(folder, 'pipe.jpg');
  execFileSync('mkfifo', [pipe]);
  expect(await sniffFile(pipe)).toBeUndefined();
});
