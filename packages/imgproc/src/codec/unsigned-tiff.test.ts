import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tiffTags } from './headers/tiff-tags.ts';
import { unsignedTiff } from './unsigned-tiff.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/odd-codec/${name}`, import.meta.url));
const SAMPLE_FORMAT = 339;

test.each(['signed.tif', 'signed-16.tif'])('the samples of a copy of %s are unsigned', (name) => {
  const bytes = fixture(name);
  const before = Uint8Array.from(bytes);
  expect(tiffTags(bytes).get(SAMPLE_FORMAT)).toBe(2);
  expect(tiffTags(unsignedTiff(bytes)).get(SAMPLE_FORMAT)).toBe(1);
  expect(Buffer.compare(bytes, before)).toBe(0);
});

test('nothing else in the file changes', () => {
  const bytes = fixture('signed.tif');
  const changed = [...unsignedTiff(bytes)].filter((byte, at) => byte !== bytes[at]);
  expect(changed).toEqual([1, 1, 1]); // the low bytes of three shorts
});

test.each(['private-tags.tif', 'unread-float.tif'])('%s is returned as it is', (name) => {
  const bytes = fixture(name);
  expect(unsignedTiff(bytes)).toBe(bytes);
});

test('a tag whose values lie outside the file is left alone', () => {
  const bytes = fixture('signed.tif');
  expect(unsignedTiff(bytes.subarray(0, -2)).length).toBe(bytes.length - 2);
});
