import { type ModelDefinition, openPredictor } from '@sprout/train';
import type { Benchmark } from './benchmark.ts';
import { median } from './compare.ts';
import { drawnInput } from './drawn-input.ts';
import { compareWithOpponents } from './compare-with-opponents.ts';

export interface TimedForward {
  readonly title: string;
  /** A network without its top. */
  readonly definition: ModelDefinition;
  /** The name of the network in `bench/peers/networks.py`. */
  readonly network: string;
  /** The number of images in a batch. */
  readonly count: number;
}

/** The number of batches in a round. */
const BATCHES = 4;

/**
 * A benchmark of a network in inference mode on the engine `onnx`, from bytes to features. The peers, PyTorch and Keras, take
 * images that are already floats.
 */
export function timeForward({ title, definition, network, count }: TimedForward): Benchmark {
  return async ({ peer }) => {
    await using predictor = await openPredictor(definition, { engine: 'onnx', threads: 2 });
    const images = drawnInput(definition.input, count);
    const product = async (): Promise<number> => {
      const times: number[] = [];
      for (let batch = 0; batch < BATCHES; batch++) {
        const start = performance.now();
        await predictor.predict(images, count);
        times.push(performance.now() - start);
      }
      return (count / median(times)) * 1000;
    };
    await compareWithOpponents(
      {
        title: `${title}, ${count} images, 2 threads, median of ${BATCHES} batches`,
        unit: 'images/s',
        largerIsBetter: true,
        product,
      },
      { pythons: peer, script: ['forward.py', network, String(count)] },
    );
  };
}
