import { openGradientSource } from '@sprout/train';
import { ascend, bookAscent } from '@sprout/viz';
import type { Benchmark } from './benchmark.ts';
import { compareWithOpponents } from './compare-with-opponents.ts';
import { median } from './compare.ts';
import { drawnBase } from './drawn-base.ts';

const SIZE = 224;
/** The steps of a round. */
const STEPS = 3;

/** One step of the book's loop on filter 110 of block5_conv1 of VGG16, on an image of 224 x 224: from pixels to pixels. */
export const benchmark: Benchmark = async ({ peer }) => {
  const definition = drawnBase('vgg16', { height: SIZE, width: SIZE });
  await using source = await openGradientSource(definition, { engine: 'onnx', threads: 2 });
  const units = { mean: [123.68, 116.779, 103.939], deviation: [1, 1, 1] };
  const product = async (): Promise<number> => {
    const times: number[] = [];
    let before = performance.now();
    await ascend(source, {
      ...bookAscent({ units, steps: STEPS }),
      objective: [{ layer: 'block5_conv1', measure: 'channel', channel: 110 }],
      seed: 0,
      onStep: () => {
        times.push(performance.now() - before);
        before = performance.now();
      },
    });
    return median(times);
  };
  await compareWithOpponents(
    {
      title: `ascent, VGG16 to block5_conv1, ${SIZE} x ${SIZE}, 2 threads, median of ${STEPS} steps`,
      unit: 'ms',
      largerIsBetter: false,
      product,
    },
    { pythons: peer, script: ['ascent_step.py', String(SIZE)] },
  );
};
