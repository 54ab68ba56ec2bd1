import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batches, scanFolder } from '@sprout/core';
import { createImagePool, parseRecipe, recipeHash } from '@sprout/imgproc';
import {
  type BaseName,
  createFeatureStore,
  extractFeatures,
  featureAddressOf,
  openPredictor,
  samplesFingerprint,
} from '@sprout/train';
import type { Benchmark } from './benchmark.ts';
import { drawnBase } from './drawn-base.ts';
import { makePhotographs } from './make-photographs.ts';
import { compareWithOpponents } from './compare-with-opponents.ts';

const WORKERS = 2;

interface Network {
  readonly base: BaseName;
  /** The name in `bench/peers/networks.py`. */
  readonly network: string;
  readonly side: number;
  /** The number of images. */
  readonly count: number;
  /** The last layer, and the shape of its output for an image. */
  readonly layer: string;
  readonly shape: readonly number[];
}

const NETWORKS: readonly Network[] = [
  {
    base: 'vgg16',
    network: 'vgg16',
    side: 150,
    count: 96,
    layer: 'block5_pool',
    shape: [4, 4, 512],
  },
  {
    base: 'efficientnet-lite0',
    network: 'lite0',
    side: 224,
    count: 256,
    layer: 'avg_pool',
    shape: [1280],
  },
];

/** JPEGs of 100 to 1,000 pixels to stored features: decoding, resizing, the network, the store. The peers write an array. */
export const benchmark: Benchmark = async ({ peer }) => {
  for (const network of NETWORKS) {
    const folder = await mkdtemp(join(tmpdir(), 'sprout-bench-'));
    try {
      const photos = join(folder, 'photos');
      await makePhotographs(photos, { format: 'jpeg', count: network.count });
      await using extractor = await openExtractor(network, photos);
      let round = 0;
      const product = async (): Promise<number> => {
        const start = performance.now();
        await extractor.extract(join(folder, `store-${round++}`));
        return (network.count / (performance.now() - start)) * 1000;
      };
      await compareWithOpponents(
        {
          title: `features, ${network.base}, ${network.count} JPEGs of 100 to 1,000 px to ${network.side} px, ${WORKERS} workers`,
          unit: 'images/s',
          largerIsBetter: true,
          rounds: 5,
          product,
        },
        { pythons: peer, script: ['features.py', network.network, photos] },
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  }
};

interface Extractor extends AsyncDisposable {
  /** Extracts the features of all images into a new store. */
  readonly extract: (store: string) => Promise<void>;
}

async function openExtractor(network: Network, photos: string): Promise<Extractor> {
  const { base, side, layer, shape } = network;
  const size = { height: side, width: side };
  const recipe = [{ op: 'resize', ...size, resampler: 'cv2-linear' }];
  const { samples } = await scanFolder(photos);
  const list = Array.from(samples);
  const definition = drawnBase(base, { ...size, ...(shape.length === 1 && { pooling: 'avg' }) });
  const fingerprint = await samplesFingerprint(samples);
  const described = { samples: fingerprint, recipe: recipeHash(parseRecipe(recipe)), base, layer };
  const address = featureAddressOf(definition, described);
  const ids = list.map(({ id }) => id);
  const labels = Int32Array.from(list, ({ label }) => label);
  const pool = await createImagePool({ workers: WORKERS });
  const predictor = await openPredictor(definition, { engine: 'onnx', threads: 2 });
  const options = { samples, recipe, batchSize: 32, seed: 0, epoch: 0, shuffle: false };
  return {
    extract: async (folder) => {
      await using store = await createFeatureStore(folder, { address, shape, ids, labels });
      const images = () => batches(pool, options);
      for await (const _ of extractFeatures(predictor, images, { layer, store }));
    },
    [Symbol.asyncDispose]: async () => {
      await predictor[Symbol.asyncDispose]();
      await pool[Symbol.asyncDispose]();
    },
  };
}
