import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
import { MOST_PARTS } from './headers/part-limit.ts';
import { sniff } from './sniff.ts';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/codec/${name}`, import.meta.url));

const picture = sharp(Buffer.alloc(12, 99), { raw: { height: 2, width: 2, channels: 3 } });

/** A file with parts put in at an offset. */
function withParts(file: Buffer, at: number, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([file.subarray(0, at), ...parts, file.subarray(at)]);
}

const chunk = (tag: string, data: Uint8Array): Buffer => {
  const contents = Buffer.concat([Buffer.from(tag), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length);
  frame.writeUInt32BE(crc32(contents), 4);
  return Buffer.concat([frame.subarray(0, 4), contents, frame.subarray(4)]);
};

const AFTER_HEADER = 33; // of a PNG

/** A file of each format, and the offset and the bytes of a part that may be repeated there. */
const repeated = {
  'PNG chunks': async () => [fixture('rgb8.png'), AFTER_HEADER, chunk('teSt', Buffer.alloc(0))],
  'JPEG segments before the pixels': async () => {
    const file = await picture.jpeg().toBuffer();
    return [file, 2, Buffer.from('ffe50002', 'hex')];
  },
  'GIF blocks': async () => {
    const file = await picture.gif().toBuffer();
    return [file, 13 + 3 * (2 << (file[10]! & 7)), Buffer.from('21fe00', 'hex')];
  },
  'WebP chunks': async () => {
    const file = await picture.webp().toBuffer();
    return [file, file.length, Buffer.from('XXXX\0\0\0\0')];
  },
  'AVIF boxes': async () => {
    const file = readFileSync(new URL('../../fixtures/odd-codec/colour.avif', import.meta.url));
    return [file, file.readUInt32BE(0), Buffer.from('\0\0\0\x08free')];
  },
} satisfies Record<string, () => Promise<[Buffer, number, Buffer]>>;

describe.each(Object.entries(repeated))('of %s', (kind, parts) => {
  const fileWith = async (count: number): Promise<Buffer> => {
    const [file, at, part] = await parts();
    return withParts(file, at, Buffer.alloc(count * part.length, part));
  };

  // the offsets in an AVIF file are those of the whole file
  test.skipIf(kind === 'AVIF boxes')('a thousand more change no pixel', async () => {
    const [file] = await parts();
    expect(await decode(await fileWith(1000), 'a')).toEqual(await decode(file, 'a'));
  });

  test('a file with too many is refused', async () => {
    const file = await fileWith(MOST_PARTS);
    expect(sniff(file)).toBeUndefined();
    await expect(decode(file, 'a')).rejects.toMatchObject({
      code: 'image-refused',
      context: { file: 'a', reason: `it has more than 262144 ${kind}` },
    });
  });
});

test('blocks after the first frame of a GIF are not counted', async () => {
  const file = await picture.gif().toBuffer();
  const blocks = Buffer.alloc(3 * MOST_PARTS, Buffer.from('21fe00', 'hex'));
  const long = withParts(file, file.length - 1, blocks);
  expect(await decode(long, 'a')).toEqual(await decode(file, 'a'));
  expect(sniff(long)?.oddity).toBeUndefined();
});

describe('a long profile in a PNG file', () => {
  const profile = (data: Uint8Array): Buffer =>
    withParts(
      fixture('rgb8.png'),
      AFTER_HEADER,
      chunk('iCCP', Buffer.concat([Buffer.from('a\0\0'), deflateSync(data)])),
    );

  test.each([
    ['that inflates to a thousand times its length', () => profile(Buffer.alloc(2 ** 25))],
    ['that does not', () => profile(randomBytes(2 ** 15))],
    [
      'that is one of two',
      () => withParts(profile(Buffer.of(1)), AFTER_HEADER, chunk('iCCP', Buffer.from('a\0\0x'))),
    ],
  ])('%s is left to libvips, which does not inflate it, and changes no pixel', async (_, make) => {
    const file = make();
    expect(sniff(file)?.plain).toBe(false);
    expect(await decode(file, 'a')).toEqual(await decode(fixture('rgb8.png'), 'a'));
  });

  test('a profile of usual length is decoded with the rest', () => {
    expect(sniff(profile(randomBytes(3000)))?.plain).toBe(true);
  });
});
