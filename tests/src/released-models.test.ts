import {
  type BaseName,
  createBase,
  type ModelOutline,
  type NamedTensor,
  openPredictor,
  releasedWeights,
} from '@sprout/train';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../tools/shared-data.ts';
import { photographPixels } from './support/photograph-pixels.ts';
import { tensorsOf } from './support/tensors-of.ts';

const PERSIAN_CAT = 283;
const photograph = sharedData('images/persian_cat.jpg');

interface Expectation {
  readonly base: BaseName;
  readonly path: string;
  readonly size: number;
  readonly parameters?: Readonly<Record<string, number>>;
  /** The probability of the class, from and to. */
  readonly range: readonly [number, number];
}

const EXPECTATIONS: readonly Expectation[] = [
  {
    base: 'efficientnet-lite0',
    path: 'models/efficientnet-lite0/efficientnet-lite0-57934424.pth',
    size: 224,
    range: [0.83, 0.85],
  },
  {
    base: 'squeezenet-1.0',
    path: 'models/squeezenet-v1.0-imagenet/squeezenet_v1.0_decoded_oihw.npz',
    size: 227,
    range: [0.5, 1],
  },
  {
    base: 'mobilenet-v1',
    path: 'models/mobilenet-v1-0.25-224-tfjs/model.json',
    size: 224,
    parameters: { alpha: 0.25 },
    range: [0.5, 1],
  },
];

/** The probabilities of the classes for the photograph, resized as by Pillow. */
async function probabilities(outline: ModelOutline, weights: readonly NamedTensor[]) {
  const { height, width } = outline.input;
  const images = await photographPixels(photograph!, { height, width }); // skipped without it
  await using predictor = await openPredictor({ ...outline, weights });
  return predictor.predict(images, 1);
}

describe.each(EXPECTATIONS)('$base', ({ base, path, size, parameters = {}, range }) => {
  const file = sharedData(path);
  test.skipIf(file === undefined || photograph === undefined)(
    `says Persian cat with its released weights (needs ../shared/data/${path})`,
    async () => {
      const outline = createBase(base, { height: size, width: size, includeTop: true, parameters });
      const tensors = await tensorsOf(file!); // skipped without it
      const weights = releasedWeights(tensors, { base, outline, parameters });
      const output = await probabilities(outline, weights);
      expect(output.indexOf(Math.max(...output))).toBe(PERSIAN_CAT);
      expect(output[PERSIAN_CAT]).toBeGreaterThan(range[0]);
      expect(output[PERSIAN_CAT]).toBeLessThan(range[1]);
    },
  );
});
