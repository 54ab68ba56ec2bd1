import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { isSproutError, type Raster } from '@sprout/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../../tools/shared-data.ts';
import { decode } from './decode.ts';

const folder = new URL('../../fixtures/codec/', import.meta.url);
const fixture = (name: string): Uint8Array => readFileSync(new URL(name, folder));
const hash = ({ height, width, data }: Raster) => ({
  height,
  width,
  sha256: createHash('sha256').update(data).digest('hex'),
});

/** OpenCV converts CMYK without a profile, and rounds TIFFs of 16 bits instead of keeping the upper byte. */
const unlikeOpenCv = ['cmyk.jpg', 'rgb16.tif'];
const expected: Record<string, ReturnType<typeof hash>> = JSON.parse(
  readFileSync(new URL('expected.json', folder), 'utf8'),
);

/** `decoded`, or the code of a `SproutError`. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { height, width, data } = await decode(bytes, 'x.jpg');
    return data.length === height * width * 3 ? 'decoded' : 'decoded in part';
  } catch (error) {
    if (isSproutError(error)) return error.code;
    throw error;
  }
}

describe('decode returns pixels:', () => {
  test.each(Object.keys(expected).filter((name) => !unlikeOpenCv.includes(name)))(
    '%s equals cv2.imread',
    async (name) => {
      expect(hash(await decode(fixture(name), name))).toEqual(expected[name]);
    },
  );

  test('CMYK becomes RGB', async () => {
    expect(await decode(fixture('cmyk.jpg'), 'cmyk.jpg')).toMatchObject({
      height: 17,
      width: 23,
      channels: 3,
    });
  });

  test('a TIFF of 16 bits keeps the upper bytes', async () => {
    const { data } = await decode(fixture('rgb16.tif'), 'rgb16.tif');
    expect(Buffer.compare(data, (await decode(fixture('rgb16.png'), 'rgb16.png')).data)).toBe(0);
  });

  test('the name of a file does not matter', async () => {
    expect(hash(await decode(fixture('rgb8.png'), 'photo.jpg'))).toEqual(expected['rgb8.png']);
  });
});

describe('decode refuses', () => {
  test('an empty file', async () => {
    await expect(decode(new Uint8Array(0), 'a.png')).rejects.toThrow(
      'Cannot decode a.png: the file is empty',
    );
  });

  test.each([
    ['<html><body>404', 'an HTML page'],
    [
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
      'an SVG',
    ],
    ['%PDF-1.4', 'a PDF document'],
    ['BMW and other cars', 'a text file'],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'it is HEIC (HEVC), which is not read'],
    ['to be taken again', 'a text file'],
  ])('%j', async (text, reason) => {
    const bytes = Buffer.from(text);
    expect(await outcome(bytes)).toBe('image-refused');
    await expect(decode(bytes, 'x.jpg')).rejects.toThrow(reason);
  });

  test.each([30_000, 65_535, 2 ** 31 - 1])('a PNG that claims %d pixels a side', async (side) => {
    const bytes = Buffer.from(fixture('rgb8.png'));
    bytes.writeUInt32BE(side, 16);
    bytes.writeUInt32BE(side, 20);
    await expect(decode(bytes, 'a.png')).rejects.toMatchObject({
      code: 'image-too-large',
      context: { file: 'a.png', height: side, width: side, limit: 268_402_689 },
    });
  });

  test.each(['rgb8.png', '420.jpg', 'lossy.webp', 'still.gif', 'rgb8.tif'])(
    '%s when the limit is lower',
    async (name) => {
      const result = decode(fixture(name), name, { pixelLimit: 17 * 23 - 1 });
      await expect(result).rejects.toMatchObject({ code: 'image-too-large' });
    },
  );
});

describe('damaged files:', () => {
  test.each(['rgb8.png', 'rgba8.png', '420.jpg', 'progressive.jpg'])(
    '%s truncated anywhere is an error',
    async (name) => {
      const bytes = fixture(name);
      const end = name.endsWith('png') ? bytes.length - 12 : bytes.length; // a PNG may lack its last chunk
      for (let part = 1; part <= 64; part++) {
        const length = Math.min(end - 1, Math.trunc((bytes.length * part) / 64));
        const code = await outcome(bytes.subarray(0, length));
        expect({ length, code }).toEqual({ length, code: 'image-undecodable' });
      }
    },
  );

  test.each(['rgb8.png', 'gray8.png'])('%s with a wrong checksum is an error', async (name) => {
    const bytes = Uint8Array.from(fixture(name));
    bytes[bytes.length - 13]! ^= 1;
    expect(await outcome(bytes)).toBe('image-undecodable');
  });

  test('the reason names the format, and libvips is the cause', async () => {
    const error = await decode(fixture('420.jpg').subarray(0, 700), 'x.jpg').catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      message: 'Cannot decode x.jpg: the JPEG data is damaged or incomplete',
    });
    expect(error).toHaveProperty('cause.message');
  });

  test('files with changed bytes decode as a whole or are an error', async () => {
    const codes = new Set<string>();
    const flip = fc.record({ at: fc.nat(1_000_000), value: fc.integer({ min: 1, max: 255 }) });
    const name = fc.constantFrom(...Object.keys(expected));
    const flips = fc.array(flip, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(name, flips, async (file, changes) => {
        const bytes = Uint8Array.from(fixture(file));
        for (const { at, value } of changes) bytes[at % bytes.length]! ^= value;
        codes.add(await outcome(bytes));
      }),
      { numRuns: 600 },
    );
    expect(codes).not.toContain('decoded in part');
  }, 30_000);
});

const suite = sharedData('png-suite');

const suiteOutcomes = async (part: string): Promise<(readonly [string, string])[]> => {
  const names = readdirSync(`${suite}/${part}`).filter((name) => name.endsWith('.png'));
  return Promise.all(
    names.map(
      async (name) => [name, await outcome(readFileSync(`${suite}/${part}/${name}`))] as const,
    ),
  );
};

describe.skipIf(suite === undefined)('The PNG suite (needs ../shared/data/png-suite)', () => {
  test('valid files decode, and files whose names begin with x are errors', async () => {
    const results = await suiteOutcomes('pngsuite');
    expect(results.length).toBeGreaterThan(150);
    const wrong = results.filter(([name, code]) => name.startsWith('x') === (code === 'decoded'));
    expect(wrong).toEqual([]);
  });

  test('files made to crash decoders are errors, except for one valid file', async () => {
    const results = await suiteOutcomes('crashers');
    const decoded = results.filter(([, code]) => code === 'decoded').map(([name]) => name);
    expect(decoded).toEqual(['empty_ancillary_chunks.png']);
  });
});

describe('decode with use', () => {
  const names = ['420.jpg', 'progressive.jpg', 'rgb8.png', 'lossy.webp', 'rgb8.tif'];

  test.each(names)('makes the result from %s, once', async (name) => {
    const seen: Raster[] = [];
    const use = (image: Raster): Raster => {
      seen.push({ ...image, data: Uint8Array.from(image.data) });
      return { height: 1, width: 1, channels: 3, data: image.data.slice(0, 3) };
    };
    const result = await decode(fixture(name), name, { use });
    expect(seen).toEqual([await decode(fixture(name), name)]);
    expect(result.data).toEqual(seen[0]?.data.slice(0, 3));
  });

  test('a result that is the source does not change with the next image', async () => {
    const use = (image: Raster): Raster => image;
    const raster = await decode(fixture('420.jpg'), '420.jpg', { use });
    const before = Uint8Array.from(raster.data);
    for (const name of ['444.jpg', '422.jpg', 'gray.jpg'])
      await decode(fixture(name), name, { use });
    expect(raster.data).toEqual(before);
  });

  test.each(['420.jpg', 'rgb8.png'])(
    'an error of use for %s is not one of the file',
    async (name) => {
      const use = (): Raster => {
        throw new Error('no memory');
      };
      await expect(decode(fixture(name), name, { use })).rejects.toThrow('no memory');
    },
  );
});
