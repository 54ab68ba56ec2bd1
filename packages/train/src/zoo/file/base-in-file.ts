import { SproutError } from '@sprout/core';
import { flatLayers } from '../../model/layers/flat-layers.ts';
import { activationName, type LayerList, type LayerNode } from '../../model/layers/layer-node.ts';
import { readTopology } from '../../model/layers/read-topology.ts';
import { inferShapes } from '../../model/layers/shapes/infer-shapes.ts';
import { truncate } from '../../model/layers/truncate.ts';
import { unsupportedModel } from '../../model/layers/unsupported.ts';
import { writeTopology } from '../../model/layers/write-topology.ts';
import type { ModelDefinition } from '../../model/model-definition.ts';
import type { ModelOutline } from '../../model/surgery/model-outline.ts';
import { assignWeights } from '../../weights/assign/assign-weights.ts';
import type { WeightsContent } from '../../weights/source/weights-content.ts';
import type { Pooling } from '../bases/base-entry.ts';
import { inputFunction } from '../input/input-functions.ts';
import { layersTopology } from './layers-topology.ts';

/** The name of a base whose layers are those of a model file. */
export const FILE_BASE = 'file';

/** The height and the width of images for a model that takes images of any size. */
export const FILE_SIZE = 224;

export interface BaseInFileOptions {
  /** Names the file in errors. */
  readonly file: string;
  /** The size of the images; by default that in the file, or `FILE_SIZE`. */
  readonly height?: number | undefined;
  readonly width?: number | undefined;
  /** The name of the input function that the model was trained with. */
  readonly input: string;
  /** The last layer of the base; by default the one below the classifier of the model. */
  readonly truncateAt?: string | undefined;
  /** Whether the classifier of the model is kept; not by default. */
  readonly includeTop?: boolean | undefined;
  /** How a base that ends in images goes on; `none` by default. */
  readonly pooling?: Pooling | undefined;
}

/**
 * The layers of a model file as a base, without its weights: a Keras model (`Sequential` or `Functional`, `.h5` or `.keras`) or a
 * layers model of TensorFlow.js, with one input of RGB images and one output.
 *
 * @throws {SproutError} `file-invalid` for a file that has no model, or one that is not supported, naming the layer; `name-unknown`
 *   for the input function.
 */
export function outlineInFile(
  content: Pick<WeightsContent, 'model'>,
  options: BaseInFileOptions,
): ModelOutline {
  const { file, truncateAt, pooling = 'none', input, includeTop = false } = options;
  const preparation = inputFunction(input);
  return explained(file, () => {
    if (content.model === undefined) throw unsupportedModel('the file holds weights only');
    const whole = flatLayers(readTopology(layersTopology(content.model)));
    const { layers, height, width } = sized(whole, options);
    const last = includeTop ? layers.at(-1)! : belowClassifier(layers); // a model has a layer
    const base = truncate(layers, truncateAt ?? last.name);
    const topology = writeTopology(pooled(base, pooling), FILE_BASE);
    return { topology, input: { height, width, channels: 3, ...preparation } };
  });
}

/**
 * As `outlineInFile`, with the weights of the file.
 *
 * @returns Arrays of the content are shared.
 * @throws {SproutError} As `outlineInFile`; `file-invalid`, naming each weight that is missing or has another shape.
 */
export function baseInFile(content: WeightsContent, options: BaseInFileOptions): ModelDefinition {
  const { file } = options;
  const outline = outlineInFile(content, options);
  const layers = readTopology(outline.topology);
  const shapes = inferShapes(layers)!; // `sized` checks them
  const expected = layers.map(({ name }, at) => ({ name, weights: shapes[at]!.weights }));
  const by = content.layers === undefined || content.format === 'tfjs' ? 'name' : 'layer';
  return { ...outline, weights: assignWeights(content, expected, { file, by, others: 'ignore' }) };
}

/** Gives the size of the images to the input layer. */
function sized(
  [first, ...rest]: LayerList,
  { height, width }: Pick<BaseInFileOptions, 'height' | 'width'>,
): { readonly layers: LayerList; readonly height: number; readonly width: number } {
  const shape = first?.config['batch_input_shape'];
  const [, ownHeight, ownWidth, channels] = Array.isArray(shape) ? (shape as unknown[]) : [];
  if (first === undefined || channels !== 3)
    throw unsupportedModel(`its input ${JSON.stringify(shape)} is not images of 3 channels`);
  const rows = height ?? (typeof ownHeight === 'number' ? ownHeight : FILE_SIZE);
  const columns = width ?? (typeof ownWidth === 'number' ? ownWidth : FILE_SIZE);
  const config = { ...first.config, batch_input_shape: [null, rows, columns, 3] };
  const layers = [{ ...first, config }, ...rest];
  if (inferShapes(layers) === undefined)
    throw unsupportedModel(`its layers do not fit images of ${rows} x ${columns} pixels`);
  return { layers, height: rows, width: columns };
}

/** Layers between the classifier and the output of a model, or between the classifier and the layer below it. */
const PASSED: ReadonlySet<string> = new Set(
  'Activation Dropout Flatten GlobalAveragePooling2D ReLU Reshape Softmax'.split(' '),
);

/**
 * The last layer below the classifier: below the last dense layer or convolution of a model that ends in a softmax, and below a
 * dense layer at the end. The last layer of a model without a classifier.
 */
function belowClassifier(layers: LayerList): LayerNode {
  const last = layers.at(-1)!; // a model has a layer
  const chain = [last];
  while (PASSED.has(chain.at(-1)!.kind)) chain.push(below(chain.at(-1)!)); // the input layer is not passed
  const classifier = chain.at(-1)!; // as above
  const isClassifier =
    classifier.kind === 'Dense' || (classifier.kind === 'Conv2D' && chain.some(isSoftmax));
  if (!isClassifier) return last;
  let layer = below(classifier);
  while (layer.kind === 'Dropout') layer = below(layer);
  return layer;

  function below({ inputs }: LayerNode): LayerNode {
    return layers.find(({ name }) => name === inputs[0])!; // only an input layer has no input
  }
}

function isSoftmax(layer: LayerNode): boolean {
  return layer.kind === 'Softmax' || activationName(layer) === 'softmax';
}

function pooled(layers: LayerList, pooling: Pooling): LayerList {
  const last = layers.at(-1)!; // as above
  const isImage = inferShapes(layers)?.at(-1)?.output.length === 3;
  if (pooling === 'none' || !isImage) return layers;
  const kind = pooling === 'avg' ? 'GlobalAveragePooling2D' : 'GlobalMaxPooling2D';
  const name = `${pooling}_pool`;
  return [...layers, { name, layer: name, kind, inputs: [last.name], config: {}, trainable: true }];
}

/** Runs `make`, and makes errors about the model errors about the file. */
function explained<Result>(file: string, make: () => Result): Result {
  try {
    return make();
  } catch (cause) {
    if (!(cause instanceof SproutError)) throw cause;
    throw new SproutError('file-invalid', { file, reason: cause.message }, { cause });
  }
}
