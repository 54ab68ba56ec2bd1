import { SproutError } from '@sprout/core';

/** @throws {SproutError} `name-unknown` for a name that is not a layer of the model. */
export function checkLayers(names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new SproutError('name-unknown', { kind: 'layer', name: unknown, known });
}
