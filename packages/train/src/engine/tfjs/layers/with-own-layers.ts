import type { Json } from '@sprout/core';
import { AddressedDropout } from './addressed-dropout.ts';
import { BatchNormalisation } from './batch-normalisation.ts';

/** By the class of a layer of tfjs: the class of this package that replaces it. */
const REPLACEMENTS: ReadonlyMap<Json, string> = new Map<Json, string>([
  ['Dropout', AddressedDropout.className],
  ['BatchNormalization', BatchNormalisation.className],
]);

/** Replaces layers of a topology by layers that train reproducibly and with less memory. Weights keep names and shapes. */
export function withOwnLayers(value: Json): Json {
  if (Array.isArray(value)) return value.map(withOwnLayers);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, field]): [string, Json] => {
    const replacement = key === 'class_name' ? REPLACEMENTS.get(field) : undefined;
    return [key, replacement ?? withOwnLayers(field)];
  });
  return Object.fromEntries(fields);
}
