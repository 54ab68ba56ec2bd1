import { describe, expect, it } from 'vitest';
import { convolution, resultSize } from '../../../../test/convolution.ts';
import { difference } from '../../../../test/difference.ts';
import {
  BATCH,
  blockChannels,
  HEIGHT,
  kernelNumbers,
  runKernel,
  WIDTH,
} from '../../../../test/run-kernel.ts';

/** Of the results, relative to the largest one. */
const TOLERANCE = 2e-6;
const POINTS = 36;
const [NONE, ONE] = [0, 1].map((border) => ({
  top: border,
  left: border,
  bottom: border,
  right: border,
})) as [Borders, Borders];
const RECTIFIED = [0, Infinity] as const;

interface Borders {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface Case {
  readonly block: number;
  readonly borders: Borders;
  readonly limits: readonly [number, number];
  readonly isPooled?: boolean;
}

describe("the kernels of Winograd's convolution agree with its definition, with a product between them", () => {
  const cases: readonly Case[] = [
    { block: 4, borders: ONE, limits: [-Infinity, Infinity] },
    { block: 4, borders: ONE, limits: RECTIFIED, isPooled: true },
    { block: 4, borders: NONE, limits: [-5, 20] },
    { block: 4, borders: NONE, limits: RECTIFIED, isPooled: true },
    { block: 4, borders: { top: 2, left: 0, bottom: 1, right: 3 }, limits: RECTIFIED },
    { block: 8, borders: ONE, limits: RECTIFIED },
    { block: 16, borders: ONE, limits: RECTIFIED },
  ];
  it.each(cases)('%j', ({ block, borders, limits, isPooled = false }) => {
    const count = 2 * block;
    const image = kernelNumbers('image', BATCH * count * HEIGHT * WIDTH);
    const filters = kernelNumbers('filters', count * count * 9);
    const bias = kernelNumbers('bias', count);
    const window = { size: [3, 3], strides: [1, 1], borders } as const;
    const shapes = { image: [BATCH, count, HEIGHT, WIDTH], filters: count, window } as const;
    const [rows, columns] = resultSize(shapes);
    const convolved = convolution(shapes, image, filters);
    const clipped = convolved.map((value, at) => {
      const shifted = value + bias[Math.floor(at / (rows * columns)) % count]!;
      return Math.min(limits[1], Math.max(limits[0], shifted));
    });
    const expected = isPooled ? pooled(clipped, [rows, columns]) : clipped;

    const sizes = {
      height: HEIGHT,
      width: WIDTH,
      rows,
      columns,
      top: borders.top,
      left: borders.left,
    };
    const [lowerLimit, upperLimit] = limits;
    const own = { batch: BATCH, blocks: 2, channelBlock: block, isPooled: Number(isPooled) };
    const parameters = { ...sizes, ...own, lowerLimit, upperLimit };
    const [tileRows, tileColumns] = [Math.ceil(rows / 4), Math.ceil(columns / 4)];
    const pixels = BATCH * tileRows * tileColumns;
    const tileNumbers = POINTS * count * pixels;
    const [, transformed] = runKernel('winogradInput', parameters, {
      inputs: [blockChannels(image, block)],
      outputs: [7 * count * (4 * tileColumns + 2), tileNumbers],
    });
    const [, points] = runKernel(
      'winogradFilters',
      { filterBlocks: 2, blocks: 2, channelBlock: block },
      { inputs: [filters], outputs: [2 * 9 * block ** 2, POINTS * count ** 2] },
    );
    const [, result] = runKernel('winogradOutput', parameters, {
      inputs: [product(transformed!, points!, { block, pixels }), bias],
      outputs: [7 * count * 4 * tileColumns, expected.length],
    });
    expect(difference(result!, blockChannels(Float32Array.from(expected), block))).toBeLessThan(
      TOLERANCE,
    );
  });
});

it('NaN stays NaN', () => {
  const block = 4;
  const [result] = runKernel(
    'winogradOutput',
    {
      batch: 1,
      blocks: 1,
      channelBlock: block,
      height: 4,
      width: 4,
      rows: 4,
      columns: 4,
      top: 1,
      left: 1,
      isPooled: 0,
      lowerLimit: 0,
      upperLimit: 6,
    },
    {
      inputs: [new Float32Array(POINTS * block).fill(Number.NaN), new Float32Array(block)],
      outputs: [7 * block * 4, 16 * block],
    },
  ).slice(1);
  expect([...result!].every(Number.isNaN)).toBe(true);
});

/** The products of each of the 36 points: `[36, 2, pixels, block]`. */
function product(
  image: Float32Array,
  filters: Float32Array,
  { block, pixels }: { readonly block: number; readonly pixels: number },
): Float32Array {
  const result = new Float32Array(POINTS * 2 * pixels * block);
  for (let point = 0; point < POINTS; point++)
    for (let filter = 0; filter < 2 * block; filter++)
      for (let pixel = 0; pixel < pixels; pixel++) {
        const filterBlock = 2 * point + Math.floor(filter / block);
        let sum = 0;
        for (let channel = 0; channel < 2 * block; channel++) {
          const own = Math.floor(channel / block);
          const matrix = (2 * filterBlock + own) * block ** 2;
          sum +=
            image[((2 * point + own) * pixels + pixel) * block + (channel % block)]! *
            filters[matrix + (channel % block) * block + (filter % block)]!;
        }
        result[(filterBlock * pixels + pixel) * block + (filter % block)] = sum;
      }
  return result;
}

/** The largest number of each window of 2 x 2 pixels. */
function pooled(images: readonly number[], [rows, columns]: readonly [number, number]): number[] {
  const planes = images.length / (rows * columns);
  const result: number[] = [];
  for (let plane = 0; plane < planes; plane++)
    for (let row = 0; row + 1 < rows; row += 2)
      for (let column = 0; column + 1 < columns; column += 2) {
        const at = (plane * rows + row) * columns + column;
        const window = [at, at + 1, at + columns, at + columns + 1].map((index) => images[index]!);
        result.push(Math.max(...window));
      }
  return result;
}
