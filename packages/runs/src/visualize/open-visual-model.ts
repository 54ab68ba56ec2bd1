import type { ImageSize } from '../config/config-options.ts';
import type { Context } from '../event/run-context.ts';
import {
  baseEntry,
  BASES,
  createBase,
  findRelease,
  isBaseName,
  type ModelDefinition,
  releasedWeights,
} from '@sprout/train';
import { SproutError } from '@sprout/core';
import { loadRunModel } from '../model/load-run-model.ts';
import { pathExists } from '../run/path-exists.ts';
import { getWeights } from '../transfer/get-weights.ts';
import { readWeightsFile } from '../transfer/read-weights-file.ts';
import { transferOf } from '../transfer/transfer-of.ts';

export interface VisualModelOptions {
  /** A run folder, a model folder, an export of Teachable Machine, or the name of a base. */
  readonly model: string;
  /** The released weights of a base, as a file or a URL. */
  readonly weights?: string | undefined;
  /** The size of the images of a base; by default that of its release. Other models have a fixed size. */
  readonly size?: ImageSize | undefined;
}

/** A model whose layers are made visible. */
export interface VisualModel {
  readonly definition: ModelDefinition;
  /** The class map; a base has none. */
  readonly classes: readonly string[] | undefined;
}

/**
 * Reads the model of a run or a folder, or a base with its released weights.
 *
 * @param includeTop Whether a base has the classifier of its release.
 * @throws {SproutError} `name-unknown`, `option-invalid`, `file-missing`, `file-invalid`, `weights-unfit`; as `getWeights`
 */
export async function openVisualModel(
  options: VisualModelOptions,
  { includeTop, ...context }: Context & { readonly includeTop: boolean },
): Promise<VisualModel> {
  const { model, size, weights } = options;
  if (isBaseName(model))
    return {
      definition: await baseWithWeights(options, { includeTop, ...context }),
      classes: undefined,
    };
  if (!/[\\/]/.test(model) && !(await pathExists(model))) {
    const known = [...BASES.keys()];
    throw new SproutError('name-unknown', {
      kind: 'run, model folder or base',
      name: model,
      known,
    });
  }
  for (const [option, value] of Object.entries({ size: size && sizeText(size), weights })) {
    const rule =
      'left out for a model that is not a base by its name, which has a size and weights';
    if (value !== undefined) throw new SproutError('option-invalid', { option, value, rule });
  }
  const { definition, card } = await loadRunModel(model);
  return { definition, classes: card.classes };
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
  const release = findRelease(content.tensors, { base, outline: first });
  const { library, input, parameters = {} } = release;
  const outline = createBase(base, { height, width, includeTop, input, parameters });
  return {
    ...outline,
    weights: releasedWeights(content.tensors, { base, library, outline, parameters }),
  };
}

function sizeText({ height, width }: ImageSize): string {
  return `${height}x${width}`;
}
