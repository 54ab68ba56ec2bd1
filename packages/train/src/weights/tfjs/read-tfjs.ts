import { z } from 'zod';
import { byteSource, type ByteSource, type Json } from '@sprout/core';
import { elementCount } from '../../tensor/element-count.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { textFields } from '../source/json-fields.ts';
import { NUMBER_BYTES } from '../source/number-type.ts';
import { parseJson } from '../source/parse-json.ts';
import type { WeightsContent } from '../source/weights-content.ts';
import { layersOfWeights } from './layers-of-weights.ts';
import { makeWeight, storedType } from './make-weight.ts';
import { manifestSchema } from './manifest.ts';
import { checkWeightPath } from './weight-path.ts';

/** The bytes of a file beside `model.json`, by its path there: checked to be relative, and to stay in the folder. */
export type ReadSibling = (path: string) => Promise<Uint8Array>;

const modelSchema = z.object({
  modelTopology: z.json().nullish(),
  weightsManifest: manifestSchema,
});

type Group = z.output<typeof manifestSchema>[number];

/**
 * Reads a layers model of TensorFlow.js.
 *
 * @param source `model.json`.
 * @param readSibling Reads the files with the weights.
 * @throws {SproutError} `file-invalid`; and what `readSibling` throws.
 */
export async function readTfjs(
  source: ByteSource,
  readSibling: ReadSibling | undefined,
): Promise<WeightsContent> {
  const json = parseJson(source, 'it', source.bytes);
  const { data: model, error } = modelSchema.safeParse(json);
  if (error !== undefined)
    throw source.invalid(
      `it is not a model.json: ${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}`,
    );
  const groups = model.weightsManifest;
  checkGroups(source, groups);
  if (readSibling === undefined)
    throw source.invalid('its weights are in other files, which were not given');
  const tensors: NamedTensor[] = [];
  for (const group of groups) tensors.push(...(await readGroup(source, group, readSibling)));
  const topology = (model.modelTopology ?? undefined) as Json | undefined; // parsed from JSON
  return {
    format: 'tfjs',
    tensors,
    ...layersOfWeights(tensors, topology),
    ...(topology === undefined ? {} : { model: topology }),
    metadata: textFields(json),
  };
}

/** Before any file is read: paths, names and types. */
function checkGroups(source: ByteSource, groups: readonly Group[]): void {
  const seen = new Set<string>();
  const once = (name: string): void => {
    if (seen.has(name)) throw source.invalid(`its manifest lists ${name} twice`);
    seen.add(name);
  };
  for (const { paths, weights } of groups) {
    for (const path of paths) {
      checkWeightPath(source, path);
      once(`the file ${path}`);
    }
    for (const weight of weights) {
      once(`the weight ${weight.name}`);
      storedType(source, weight);
    }
  }
}

async function readGroup(
  source: ByteSource,
  { paths, weights }: Group,
  readSibling: ReadSibling,
): Promise<NamedTensor[]> {
  const shards: Uint8Array[] = [];
  for (const path of paths) shards.push(await readSibling(path));
  const sizes = weights.map(
    (weight) => elementCount(weight.shape) * NUMBER_BYTES[storedType(source, weight)],
  );
  const stated = sizes.reduce((sum, size) => sum + size, 0);
  const stored = shards.reduce((sum, { length }) => sum + length, 0);
  if (stored !== stated)
    throw source.invalid(
      `the weights in ${paths.join(', ').slice(0, 200)} must have ${stated} bytes; they have ${stored}`,
    );
  const bytes = joined(shards, stored);
  const inner = byteSource(bytes, source.file); // a limit by the size of these files
  let at = 0;
  return weights.map((weight, index) => {
    const begin = at;
    at += sizes[index]!; // a size for each weight
    return makeWeight(inner, weight, bytes.subarray(begin, at));
  });
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
