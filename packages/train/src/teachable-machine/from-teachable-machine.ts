import { byteSource, type ByteSource, type Json, SproutError } from '@sprout/core';
import { checkClassifier } from '../model/check-classifier.ts';
import { flatLayers } from '../model/layers/flat-layers.ts';
import type { LayerList } from '../model/layers/layer-node.ts';
import { readTopology } from '../model/layers/read-topology.ts';
import { inferShapes } from '../model/layers/shapes/infer-shapes.ts';
import { unsupportedModel } from '../model/layers/unsupported.ts';
import { writeTopology } from '../model/layers/write-topology.ts';
import type { ModelDefinition } from '../model/model-definition.ts';
import { checkWeights } from '../weights/check-weights.ts';
import { readWeights } from '../weights/read/read-weights.ts';
import type { ReadSibling } from '../weights/tfjs/read-tfjs.ts';
import { parseJson } from '../weights/source/parse-json.ts';
import { type Metadata, metadataSchema } from './metadata.ts';
import { TEACHABLE_MACHINE } from './normalisation.ts';

/** The files of an export, and how errors name them. */
export interface TeachableMachineExport {
  readonly model: Uint8Array;
  readonly modelFile: string;
  readonly metadata: Uint8Array;
  readonly metadataFile: string;
  /** Reads `weights.bin`. */
  readonly readSibling: ReadSibling;
}

/** An image model of Teachable Machine. */
export interface TeachableMachineModel {
  /** Without models inside the model. Its input function is that of Teachable Machine's library. */
  readonly definition: ModelDefinition;
  readonly metadata: Metadata;
}

/**
 * Reads the TensorFlow.js export of an image model of Teachable Machine. Its base and its head, which are models inside the
 * model, become one list of layers, so that every engine runs it.
 *
 * @throws {SproutError} `file-invalid`; also for a model of grey images, poses or sounds.
 */
export async function fromTeachableMachine({
  model,
  modelFile,
  metadata: text,
  metadataFile,
  readSibling,
}: TeachableMachineExport): Promise<TeachableMachineModel> {
  const source = byteSource(text, metadataFile);
  const metadata = readMetadata(source);
  const content = await readWeights(model, modelFile, { readSibling });
  if (content.format !== 'tfjs' || content.model === undefined)
    throw new SproutError('file-invalid', { file: modelFile, reason: 'it holds no model' });
  const definition = definitionOf(content.model, content.tensors, modelFile);
  const outputs = inferShapes(readTopology(definition.topology))?.at(-1)?.output.at(-1);
  if (outputs !== metadata.labels.length)
    throw source.invalid(
      `it has ${metadata.labels.length} labels, the model has ${outputs} outputs`,
    );
  return { definition, metadata };
}

function readMetadata(source: ByteSource): Metadata {
  const { data, error } = metadataSchema.safeParse(parseJson(source, 'it', source.bytes));
  if (error !== undefined)
    throw source.invalid(`${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}`);
  if (data.grayscale === true)
    throw source.invalid('the model takes grey images, which are not read');
  return data;
}

function definitionOf(
  topology: Json,
  weights: ModelDefinition['weights'],
  file: string,
): ModelDefinition {
  try {
    const layers = flatLayers(readTopology(topology));
    const [height, width] = sizeOf(layers);
    const definition = {
      topology: writeTopology(layers),
      weights: inOrder(layers, weights),
      input: { height, width, channels: 3, normalisation: TEACHABLE_MACHINE },
    };
    checkClassifier(definition);
    return definition;
  } catch (cause) {
    if (!(cause instanceof SproutError)) throw cause;
    throw new SproutError('file-invalid', { file, reason: cause.message }, { cause });
  }
}

/** The size of square images of three channels. */
function sizeOf([first]: LayerList): readonly [height: number, width: number] {
  const shape = first?.config['batch_input_shape'];
  const [, height, width, channels] = Array.isArray(shape) ? (shape as readonly Json[]) : [];
  if (typeof height === 'number' && height === width && channels === 3) return [height, height];
  throw unsupportedModel(`its input ${JSON.stringify(shape)} is not square images of 3 channels`);
}

/** The weights in the order of the layers. */
function inOrder(
  layers: LayerList,
  weights: ModelDefinition['weights'],
): ModelDefinition['weights'] {
  const shapes = inferShapes(layers);
  if (shapes === undefined) throw unsupportedModel('the shapes of its weights cannot be inferred');
  const required = shapes.flatMap((shape) => shape.weights);
  checkWeights(weights, { required });
  const byName = new Map(weights.map((weight) => [weight.name, weight]));
  return required.map(({ name }) => byName.get(name)!); // checked
}
