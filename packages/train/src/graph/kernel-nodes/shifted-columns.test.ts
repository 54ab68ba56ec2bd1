import { describe, expect, it } from 'vitest';
import { indices } from '../../../test/convolution.ts';
import { evaluate, hasKernels, ownChannelBlock, randomConstant } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { add } from '../emit/elementwise.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { shiftedColumns } from './shifted-columns.ts';

const [BATCH, HEIGHT, WIDTH] = [2, 3, 4];
const WINDOW = {
  size: [3, 2],
  strides: [1, 1],
  borders: { top: 1, left: 1, bottom: 1, right: 0 },
} as const;
/** (rows, columns) of a result. */
const SIZE = [HEIGHT + WINDOW.borders.top, WIDTH] as const;

describe('the shifted columns of an image', () => {
  it('are views of one tensor, one for each row of the window', () => {
    const graph = new GraphBuilder({ channelBlock: 16, kernels: true });
    const image = graph.input('image', [BATCH, 32, HEIGHT, WIDTH]);
    const options = { window: WINDOW, size: SIZE };
    const apart = shiftedColumns(graph, image, { ...options, imagesInside: false });
    const inside = shiftedColumns(graph, image, { ...options, imagesInside: true });
    expect(apart.map(({ shape }) => shape)).toEqual([1, 2, 3].map(() => [2, 1, 64, 16]));
    expect(inside.map(({ shape }) => shape)).toEqual([1, 2, 3].map(() => [64, 32]));
    const { nodes } = graph.finish('test');
    const views = nodes.filter(({ type }) => type === 'View');
    expect(views.map(({ attributes }) => attributes['offset'])).toEqual(
      [0, 4, 8, 0, 4, 8].map((int) => ({ int })),
    );
    expect(nodes.filter(({ type }) => type === 'shiftImage')).toHaveLength(2);
    expect(nodes.filter(({ type }) => type === 'ReorderInput')).toHaveLength(1);
  });

  it.skipIf(onnxruntime === undefined || !hasKernels).each([true, false])(
    'hold what each tap of a row multiplies, with the images inside: %s',
    (imagesInside) => {
      const channels = 2 * ownChannelBlock;
      const graph = new GraphBuilder({ channelBlock: ownChannelBlock, kernels: true });
      const image = randomConstant(graph, 'image', [BATCH, channels, HEIGHT, WIDTH]);
      const options = { window: WINDOW, size: SIZE, imagesInside };
      const zero = graph.scalar(0);
      const matrices = shiftedColumns(graph, image.value, options).map((matrix) =>
        add(graph, matrix, zero),
      );
      const received = evaluate(graph, ...matrices);
      const wrong = indices([3, BATCH, 2, channels, HEIGHT, WIDTH]).filter((index) => {
        const [i, n, j, c, y, x] = index as [number, number, number, number, number, number]; // six axes
        const [row, column] = [y + i - 1, x + j - 1];
        const isInside = row >= 0 && row < HEIGHT && column >= 0 && column < WIDTH;
        const from = ((n * channels + c) * HEIGHT + row) * WIDTH + column;
        const plane = imagesInside ? (j * channels + c) * BATCH + n : (n * 2 + j) * channels + c;
        const to = (plane * SIZE[0] + y) * SIZE[1] + x;
        return received[i]![to] !== (isInside ? image.data[from] : 0);
      });
      expect(wrong).toEqual([]);
    },
  );
});
