import { describe, expect, test } from 'vitest';
import { releasedModels } from '../../fixtures/released-models.ts';
import { difference } from '../../test/difference.ts';
import { ENGINES } from '../../test/engines.ts';
import { formulaImages, formulaWeight } from '../../test/formula-weights.ts';
import type { EngineName } from '../engine/contract/engine-name.ts';
import { openPredictor } from '../engine/open/open-predictor.ts';
import { byDepth } from '../model/layers/by-depth.ts';
import { readTopology } from '../model/layers/read-topology.ts';
import { expectedWeights, type ModelOutline } from '../model/surgery/model-outline.ts';
import { baseEntry } from './bases/base-table.ts';
import { createBase, type CreateBaseOptions } from './create-base.ts';

const SIZE = { height: 75, width: 64 } as const;
const CLASSES = 5;
/** Relative to the largest expected number. Engines and libraries sum in different orders. */
const TOLERANCE = 1e-4;
/** Networks that take less than a second on the engine cpu. */
const SMALL = ['mobilenet-v1 0.25', 'mobilenet-v2 0.35'];

const fixtures = Object.entries(releasedModels());

function outlineOf(
  title: string,
  options: Omit<CreateBaseOptions, 'height' | 'width'>,
): ModelOutline {
  const [name = '', alpha] = title.split(' ');
  const parameters = alpha === undefined ? {} : { alpha: Number(alpha) };
  return createBase(baseEntry(name).name, { ...SIZE, ...options, parameters });
}

/** `layer/role 3x3x3x64` for each weight, in the order in which Keras lists layers. */
function listed(outline: ModelOutline): readonly string[] {
  const weights = expectedWeights(outline);
  return byDepth(readTopology(outline.topology)).flatMap(({ name }) =>
    weights
      .filter((weight) => weight.name.slice(0, weight.name.lastIndexOf('/')) === name)
      .map((weight) => `${weight.name} ${weight.shape.join('x')}`),
  );
}

/** The means of the channels, and the output of the network with its top where `whole` is true. */
async function computed(title: string, whole: boolean, engine: EngineName) {
  const options = whole ? { includeTop: true, classes: CLASSES } : { pooling: 'avg' as const };
  const outline = outlineOf(title, options);
  const layers = readTopology(outline.topology);
  const pooling = layers.findLast(({ kind }) => kind === 'GlobalAveragePooling2D')!.name; // all have one
  const last = layers.at(-1)!.name; // a network has layers
  const weights = expectedWeights(outline).map(formulaWeight);
  await using predictor = await openPredictor({ ...outline, weights }, { engine });
  const images = formulaImages(2 * SIZE.height * SIZE.width * 3);
  const outputs = await predictor.outputs(images, 2, [pooling, last]);
  const { data } = outputs.get(pooling)!; // asked for
  return { features: data.filter((_, at) => at % 8 === 0), output: outputs.get(last)!.data }; // asked for
}

describe.each(fixtures)('%s', (title, { weights, top, features, probabilities }) => {
  const engines = ENGINES.filter((engine) => engine !== 'cpu' || SMALL.includes(title));

  test('has the layers and the weights of Keras, in its order', () => {
    expect(listed(outlineOf(title, {}))).toEqual(weights);
    if (top === undefined) return;
    const whole = outlineOf(title, { includeTop: true, classes: CLASSES });
    expect(listed(whole)).toEqual([...weights, ...top]);
  });

  test.each(engines)('has the features and the probabilities of Keras on %s', async (engine) => {
    const received = await computed(title, probabilities !== undefined, engine);
    expect(difference(received.features, features)).toBeLessThan(TOLERANCE);
    if (probabilities === undefined) return;
    expect(difference(received.output, probabilities)).toBeLessThan(TOLERANCE);
  });
});
