import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Raster } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { applyMask } from './apply-mask.ts';
import { buildMaskTable, type PaletteColour } from './mask-table.ts';
import { medianBlur } from './median.ts';
import { resizeLinear } from './resize-linear.ts';
import { type PilFilter, resizePil } from './resize-pil.ts';
import { seedlingPalette } from './seedling-palette.ts';

type Size = readonly [height: number, width: number];

interface Fixtures {
  readonly resized: readonly {
    readonly from: Size;
    readonly to: Size;
    readonly filter: PilFilter;
    readonly sha256: string;
  }[];
  readonly linear: readonly { readonly from: Size; readonly to: Size; readonly sha256: string }[];
  readonly medians: readonly {
    readonly shape: Size;
    readonly image: 'noise' | 'leaves';
    readonly size: number;
    readonly sha256: string;
  }[];
  readonly masks: readonly {
    readonly palette: readonly PaletteColour[];
    readonly name: string;
    readonly kept: number;
    readonly sha256: string;
  }[];
}

const { resized, linear, medians, masks }: Fixtures = JSON.parse(
  readFileSync(new URL('../../fixtures/kernels.json', import.meta.url), 'utf8'),
);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The images of scripts/fixtures/kernels.py. */
const images = {
  noise: (height: number, width: number): Raster => {
    const data = Uint8Array.from(
      { length: height * width * 3 },
      (_, at) => Math.imul(at, 2654435761) >>> 24,
    );
    return { height, width, channels: 3, data };
  },
  leaves: (height: number, width: number): Raster => {
    const image = images.noise(height, width);
    const reach = Math.floor(Math.max(height, width) ** 2 / 2);
    const data = image.data.map((value, at) => {
      const pixel = Math.trunc(at / 3);
      const y = 2 * Math.trunc(pixel / width) - height;
      const x = 2 * (pixel % width) - width;
      return y * y + x * x < reach ? value : 0;
    });
    return { ...image, data };
  },
};

describe('resizePil', () => {
  test.each(resized)(
    'from $from to $to, $filter, equals Pillow',
    ({ from, to, filter, sha256: expected }) => {
      const [height, width] = to;
      const result = resizePil(images.noise(...from), { height, width, filter });
      expect([result.height, result.width]).toEqual(to);
      expect(sha256(result.data)).toBe(expected);
    },
  );

  test('One channel is resized as each of three', () => {
    const { data, ...shape } = images.noise(9, 14);
    const gray = { ...shape, channels: 1, data: data.subarray(0, 9 * 14) };
    const rgb = {
      ...shape,
      data: Uint8Array.from({ length: 9 * 14 * 3 }, (_, at) => data[Math.trunc(at / 3)]!),
    };
    const options = { height: 5, width: 20, filter: 'bicubic' } as const;
    const greens = resizePil(rgb, options).data.filter((_, at) => at % 3 === 1);
    expect(resizePil(gray, options).data).toEqual(greens);
  });

  test('The image is not written to', () => {
    const image = images.noise(6, 6);
    resizePil(image, { height: 3, width: 9, filter: 'lanczos' });
    expect(image).toEqual(images.noise(6, 6));
  });
});

describe('resizeLinear', () => {
  test.each(linear)('from $from to $to equals cv2', ({ from, to, sha256: expected }) => {
    const [height, width] = to;
    const source = images.noise(...from);
    const result = resizeLinear(source, { height, width });
    expect([result.height, result.width]).toEqual(to);
    expect(sha256(result.data)).toBe(expected);
    expect(source).toEqual(images.noise(...from));
  });
});

describe('medianBlur', () => {
  test.each(medians)(
    '$image of $shape, size $size, equals cv2',
    ({ shape, image, size, sha256: expected }) => {
      const source = images[image](...shape);
      const result = medianBlur(source, size);
      expect(sha256(result.data)).toBe(expected);
      expect(source).toEqual(images[image](...shape));
    },
  );

  test.each([3, 9, 17])('One channel is treated as each of three, size %d', (size) => {
    const rgb = images.noise(13, 18);
    const gray = { ...rgb, channels: 1, data: rgb.data.filter((_, at) => at % 3 === 1) };
    const greens = medianBlur(rgb, size).data.filter((_, at) => at % 3 === 1);
    expect(medianBlur(gray, size).data).toEqual(greens);
  });

  test('One outlier goes', () => {
    const image = {
      height: 3,
      width: 3,
      channels: 1,
      data: Uint8Array.of(5, 5, 5, 5, 200, 5, 5, 5, 5),
    };
    expect([...medianBlur(image, 3).data]).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 5]);
  });
});

describe('The colour mask', () => {
  test.each(masks)(
    'of the palette "$name" equals NumPy on every colour',
    ({ palette, sha256: expected }) => {
      expect(sha256(new Uint8Array(buildMaskTable(palette).buffer))).toBe(expected);
    },
  );

  test('The seedling palette keeps 144,022 colours', () => {
    expect(masks.find(({ name }) => name === 'seedling')).toMatchObject({
      palette: seedlingPalette,
      kept: 144_022,
    });
  });

  test('Threads can share the table', () => {
    expect(buildMaskTable([]).buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test('Leaf stays, and soil turns black', () => {
    const pixels = Uint8Array.of(71, 86, 38, 120, 90, 60, 60, 70, 40);
    applyMask(pixels, buildMaskTable(seedlingPalette));
    expect([...pixels]).toEqual([71, 86, 38, 0, 0, 0, 60, 70, 40]);
  });
});
