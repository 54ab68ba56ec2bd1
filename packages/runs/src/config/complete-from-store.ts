import { isSproutError, SproutError } from '@sprout/core';
import { readStoreContents } from '@sprout/train';
import { z } from 'zod';
import { isStore } from './is-store.ts';
import { override } from './override.ts';

const opsSchema = z.array(z.looseObject({ op: z.string() }));
const weightsSchema = z.looseObject({ file: z.string(), sha256: z.string() });

/** The fields of a store's origin that a training needs. */
const originSchema = z.looseObject({
  model: z.looseObject({ name: z.string(), weights: weightsSchema.optional() }),
  recipe: opsSchema,
  augment: opsSchema.optional(),
});

const writtenSchema = z.looseObject({
  data: z.looseObject({ features: z.string() }),
  model: z
    .looseObject({ name: z.string().optional(), weights: z.unknown().optional() })
    .prefault({}),
  recipe: z.unknown().optional(),
  augment: z.unknown().optional(),
});

/** A configuration, and the weights that come from the origin of a store. */
export interface CompletedConfig {
  readonly config: unknown;
  readonly weights?: { readonly file: string; readonly sha256: string } | undefined;
}

/**
 * Completes a configuration that names a feature store: base, recipe and augmentation are those of the store unless they are
 * given. Fields of another base than that of the store stay as they are.
 *
 * @param config As a user wrote it, not checked yet.
 * @throws {SproutError} `file-missing`, `file-invalid` for the store.
 */
export async function completeFromStore(config: unknown): Promise<CompletedConfig> {
  const { data: written } = writtenSchema.safeParse(config);
  const store = written?.data.features;
  if (written === undefined || !isStore(store)) return { config };
  const { origin } = await readStoreContents(store);
  const { data: own } = originSchema.safeParse(origin);
  if (own === undefined) return { config };
  const { model, ...ops } = own;
  const isSame = written.model.name === undefined || written.model.name === model.name;
  const fields: readonly (readonly [name: string, value: unknown])[] = [
    ['model', isSame ? { ...model, ...written.model } : written.model],
    ['recipe', written.recipe ?? ops.recipe],
    ['augment', written.augment ?? ops.augment],
  ];
  const completed = fields
    .filter(([, value]) => value !== undefined)
    .reduce<unknown>((before, [name, value]) => override(before, [name], value), config);
  return {
    config: completed,
    ...(isSame && written.model.weights === undefined && { weights: model.weights }),
  };
}

/**
 * Explains an error about weights that a store names: their file is gone, or is another one.
 *
 * @throws {SproutError} `option-invalid`, which says what is needed; any other error as it is.
 */
export function explainStoreWeights(
  error: unknown,
  { base, weights }: { readonly base: string; readonly weights: CompletedConfig['weights'] },
): never {
  const isAboutFile = isSproutError(error, 'file-missing') || isSproutError(error, 'file-invalid');
  if (weights === undefined || !isAboutFile) throw error;
  const { file, sha256 } = weights;
  const state = error.code === 'file-missing' ? 'is gone' : 'has changed';
  const rule = `the file of the weights of ${base} with the SHA-256 ${sha256}, without which the model cannot be written (${file}, which the feature store names, ${state})`;
  throw new SproutError(
    'option-invalid',
    { option: 'weights', value: 'nothing', rule },
    { cause: error },
  );
}
