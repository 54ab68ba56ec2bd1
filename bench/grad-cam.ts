import { attributionLayers, baseWithHead, openGradientSource, openPredictor } from '@sprout/train';
import { gradCam } from '@sprout/viz';
import type { Benchmark } from './benchmark.ts';
import { median } from './compare.ts';
import { drawnBase } from './drawn-base.ts';
import { drawnInput } from './drawn-input.ts';

const IMAGES = 32;
const ROUNDS = 3;

/** Milliseconds on the clock, and of the processor. */
interface Cost {
  readonly wall: number;
  readonly processor: number;
}

/**
 * Grad-CAM of 32 images with VGG16 at 224 x 224, with a dense head, compared with the forward passes of the same images by a predictor
 * of the same model. The rounds alternate. On a machine that others use, the time of the processor is the fairer one.
 */
export const benchmark: Benchmark = async () => {
  const definition = baseWithHead(drawnBase('vgg16', { height: 224, width: 224 }), {
    head: [
      { layer: 'flatten' },
      { layer: 'dense', units: 256, activation: 'relu' },
      { layer: 'dense', units: 12, activation: 'softmax', name: 'classes' },
    ],
    seed: 0,
  });
  const options = { engine: 'onnx', threads: 2 } as const;
  const { scores, map } = attributionLayers(definition);
  const images = drawnInput(definition.input, IMAGES);
  await using predictor = await openPredictor(definition, options);
  await using source = await openGradientSource(definition, options);
  const forward = () => predictor.predict(images, IMAGES);
  const explain = () => gradCam({ source, scores }, { images, count: IMAGES, layer: map! }); // VGG16 has a map
  const costs: Record<'forward' | 'explain', Cost[]> = { forward: [], explain: [] };
  await predictor.predict(images.subarray(0, images.length / IMAGES), 1);
  for (let round = 0; round < ROUNDS; round++) {
    costs.forward.push(await costOf(forward));
    costs.explain.push(await costOf(explain));
  }
  for (const kind of ['wall', 'processor'] as const) {
    const [passes, maps] = [costs.forward, costs.explain].map((all) =>
      median(all.map((cost) => cost[kind])),
    ) as [number, number]; // a pair maps to a pair
    console.log(
      `grad-cam, ${IMAGES} images, VGG16 at 224 x 224 (${kind}): forward ${passes.toFixed(0)} ms, Grad-CAM ${maps.toFixed(0)} ms, ratio ${(maps / passes).toFixed(2)}`,
    );
  }
};

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, processor: (user + system) / 1000 };
}
