import type { Json } from '@sprout/core';

/** The field of a JSON object; `undefined` if there is none, or if the value is not an object. */
export function fieldOf(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) ? value[key] : undefined;
}

/** The fields of a JSON object that are texts; none for any other value. */
export function textFields(value: Json): ReadonlyMap<string, string> {
  const fields = isJsonObject(value) ? Object.entries(value) : [];
  return new Map(fields.filter((field): field is [string, string] => typeof field[1] === 'string'));
}

function isJsonObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
