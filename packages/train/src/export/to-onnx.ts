import { compileInference } from '../compile/compile-inference.ts';
import { toInner, weightLayout } from '../compile/parts/weight-layout.ts';
import { standardOperators } from '../graph/pass/standard-operators.ts';
import { encodeOnnx } from '../graph/write/onnx-writer.ts';
import { checkClassifier } from '../model/check-classifier.ts';
import { checkInput } from '../model/check-input.ts';
import type { ModelCard } from '../model/file/model-card.ts';
import { readTopology } from '../model/layers/read-topology.ts';
import { splitActivations } from '../model/layers/split-activations.ts';
import type { ModelDefinition } from '../model/model-definition.ts';
import { cardTexts } from './card-texts.ts';

/**
 * A classifier as an ONNX file (operator set 17, without operators of other sets) with its input function inside.
 *
 * Input: `images`, bytes, RGB, 0 to 255, `[batch, height, width, 3]`, a batch of any size. Images must be prepared by the recipe
 * of the card. Output: `probabilities`, `[batch, classes]`. The metadata has `classes`, `recipe`, `input` and, for a model of tags,
 * `thresholds` as JSON, `recipe_hash`, `sprout_version`, and `input_description`.
 *
 * @returns A fresh array.
 * @throws {SproutError} `model-unsupported`, naming the layer; also for a model that does not end in a softmax, or in sigmoids if the
 *   card has thresholds.
 */
export function toOnnx(definition: ModelDefinition, card: ModelCard): Uint8Array {
  const { topology, weights, input } = definition;
  checkInput(input);
  checkClassifier(definition, card.thresholds && { activation: 'sigmoid' });
  const layouts = weights.map(weightLayout);
  const byName = new Map(
    weights.map(({ name, data }, index) => [name, { data, layout: layouts[index]! }]),
  ); // as many layouts as weights
  const texts = cardTexts(card, input);
  const { height, width, channels } = input;
  const images = `images: bytes [batch, ${height}, ${width}, ${channels}], RGB, 0 to 255, prepared by the recipe; normalisation is part of the model`;
  const { graph } = compileInference(splitActivations(readTopology(topology)), {
    input,
    weights: layouts,
    numbers: (name) => {
      const { data, layout } = byName.get(name)!; // the compiler asks for the weights that it was given
      return toInner(data, layout);
    },
    outputName: 'probabilities',
  });
  return encodeOnnx(standardOperators(graph), {
    producerVersion: texts.sprout_version,
    description: `An image classifier. ${images}. probabilities: floats [batch, ${card.classes.length}]`,
    metadata: { ...texts, input_description: images },
  });
}
