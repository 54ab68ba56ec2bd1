import { describe, expect, test } from 'vitest';
import { decode } from '../decode.ts';
import { sniff } from '../sniff.ts';
import { checkParts, TOO_MANY_PARTS } from './check-parts.ts';

test('a hundred thousand parts are the limit', () => {
  expect(() => checkParts(100_000)).not.toThrow();
  expect(() => checkParts(100_001)).toThrow(TOO_MANY_PARTS);
});

/** A file of `count` empty parts after its beginning. */
function repeated(begin: string, part: string, count: number): Buffer {
  const bytes = Buffer.from(part.replaceAll(' ', ''), 'hex');
  const parts = Buffer.alloc(bytes.length * count, bytes);
  return Buffer.concat([Buffer.from(begin.replaceAll(' ', ''), 'hex'), parts]);
}

const FORMATS = {
  png: [
    '89504e470d0a1a0a 0000000d 49484452 00000001 00000001 0802000000 00000000',
    '00000000 70725674 00000000',
  ],
  jpeg: ['ffd8', 'ffe2 0002'],
  gif: ['474946383961 0100 0100 000000', '21fe00'],
  webp: ['52494646 00000000 57454250', '41424344 00000000'],
  avif: ['00000010 66747970 61766966 00000000', '00000008 66726565'],
} as const;

/** The blocks of a GIF file are read for its first frame, which is missing for any reason. */
const REASONS: Readonly<Record<string, string>> = { gif: 'the GIF data is damaged or incomplete' };

describe.each(Object.entries(FORMATS))('empty parts of a %s file', (name, [begin, part]) => {
  test('are refused as soon as there are too many, with the reason', async () => {
    const bytes = repeated(begin, part, 100_100);
    await expect(decode(bytes, 'many')).rejects.toMatchObject({
      code: 'image-undecodable',
      context: { reason: REASONS[name] ?? TOO_MANY_PARTS },
    });
    if (name !== 'gif') expect(sniff(bytes)).toBeUndefined();
  });

  test('are no fault by themselves', async () => {
    await expect(decode(repeated(begin, part, 100), 'some')).rejects.not.toMatchObject({
      context: { reason: TOO_MANY_PARTS },
    });
  });
});
