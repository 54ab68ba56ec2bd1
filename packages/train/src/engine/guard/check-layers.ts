import { SproutError } from '@sprout/core';

/** @throws {SproutError} `name-unknown` for a name that is no layer of the model. */
export function checkLayers(names: readonly string[], known: readonly string[]): void {
  const foreign = names.find((name) => !known.includes(name));
  if (foreign === undefined) return;
  throw new SproutError('name-unknown', { kind: 'layer', name: foreign, known });
}
