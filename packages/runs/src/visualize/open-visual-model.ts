import type { ImageSize } from '../config/config-options.ts';
import type { Context } from '../event/run-context.ts';
import {
  baseEntry,
  baseInFile,
  BASES,
  createBase,
  findRelease,
  INPUT_FUNCTIONS,
  isBaseName,
  type ModelDefinition,
  releasedWeights,
} from '@sprout/train';
import { SproutError } from '@sprout/core';
import { join } from 'node:path';
import { isModelFile } from '../config/complete-from-file.ts';
import { loadRunModel } from '../model/load-run-model.ts';
import { pathExists } from '../run/path-exists.ts';
import { getWeights } from '../transfer/get-weights.ts';
import { readWeightsFile } from '../transfer/read-weights-file.ts';
import { transferOf } from '../transfer/transfer-of.ts';

export interface VisualModelOptions {
  /**
   * A run folder, a model folder, an export of Teachable Machine, the name of a base, or the file of a Keras model or of a layers
   * model of TensorFlow.js (`.keras`, `.h5`, `model.json` or its folder).
   */
  readonly model: string;
  /** The input function of a model in a file, which the file does not state. */
  readonly input?: string | undefined;
  /** The released weights of a base, as a file or a URL. */
  readonly weights?: string | undefined;
  /** The size of the images of a base or a model in a file; by default that of the release or the file. Other models have a fixed size. */
  readonly size?: ImageSize | undefined;
}

/** A model whose layers are made visible. */
export interface VisualModel {
  readonly definition: ModelDefinition;
  /** The class map; a base and a model in a file have none. */
  readonly classes: readonly string[] | undefined;
}

/**
 * Reads the model of a run, a folder or a file, or a base with its released weights.
 *
 * @param includeTop Whether a base or a model in a file has its classifier.
 * @throws {SproutError} `name-unknown`, `option-invalid`, `file-missing`, `file-invalid`, `weights-unfit`; as `getWeights`
 */
export async function openVisualModel(
  options: VisualModelOptions,
  { includeTop, ...context }: Context & { readonly includeTop: boolean },
): Promise<VisualModel> {
  const { model } = options;
  if (isBaseName(model)) {
    refuse(options, ['input'], 'a model in a file');
    const definition = await baseWithWeights(options, { includeTop, ...context });
    return { definition, classes: undefined };
  }
  if (!/[\\/]/.test(model) && !(await pathExists(model))) {
    const known = [...BASES.keys()];
    throw new SproutError('name-unknown', {
      kind: 'run, model folder, model file or base',
      name: model,
      known,
    });
  }
  refuse(options, ['weights'], 'a base by its name');
  const file = await modelFileAt(model);
  if (file !== undefined)
    return { definition: await modelInFile(file, options, includeTop), classes: undefined };
  refuse(options, ['size', 'input'], 'a base by its name or a model in a file');
  const { definition, card } = await loadRunModel(model);
  return { definition, classes: card.classes };
}

/** @throws {SproutError} `option-invalid` for a given option that applies only to other models. */
function refuse(
  options: VisualModelOptions,
  names: readonly ('size' | 'weights' | 'input')[],
  only: string,
): void {
  for (const option of names) {
    const given = options[option];
    const value = typeof given === 'object' ? sizeText(given) : given;
    const rule = `left out for a model that is not ${only}`;
    if (value !== undefined) throw new SproutError('option-invalid', { option, value, rule });
  }
}

/** The file of a model of another program: the path itself, or the `model.json` in a folder without cards. */
async function modelFileAt(path: string): Promise<string | undefined> {
  if (isModelFile(path)) return path;
  const file = join(path, 'model.json');
  if (!(await pathExists(file))) return undefined;
  const cards = ['sprout.json', 'metadata.json'].map((name) => pathExists(join(path, name)));
  return (await Promise.all(cards)).includes(true) ? undefined : file;
}

async function modelInFile(
  file: string,
  { size, input }: VisualModelOptions,
  includeTop: boolean,
): Promise<ModelDefinition> {
  if (input === undefined) {
    const rule = `the input function that the model was trained with (${Object.keys(INPUT_FUNCTIONS).join(', ')})`;
    throw new SproutError('option-invalid', { option: 'input', value: 'nothing', rule });
  }
  const { content } = await readWeightsFile(file);
  return baseInFile(content, { file, ...size, input, includeTop });
}

async function baseWithWeights(
  { model, size, weights }: VisualModelOptions,
  { includeTop, ...context }: Context & { readonly includeTop: boolean },
): Promise<ModelDefinition> {
  const { name: base, size: side } = baseEntry(model);
  const { height, width } = size ?? { height: side, width: side };
  const transfer = transferOf({ name: base, ...(weights !== undefined && { weights }) })!; // a base
  const { file } = await getWeights(transfer, context);
  const { content } = await readWeightsFile(file);
  const first = createBase(base, { height, width, includeTop });
  const release = findRelease(content.tensors, { base, file, outline: first });
  const { library, input, parameters = {} } = release;
  const outline = createBase(base, { height, width, includeTop, input, parameters });
  return {
    ...outline,
    weights: releasedWeights(content.tensors, { base, file, library, outline, parameters }),
  };
}

function sizeText({ height, width }: ImageSize): string {
  return `${height}x${width}`;
}
