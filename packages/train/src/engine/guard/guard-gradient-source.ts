import { checkWhole, type Objective, SproutError } from '@sprout/core';
import { parseOptions } from '../../options/parse-options.ts';
import type { EngineGradientSource } from '../gradient/engine-gradient-source.ts';
import { objectiveSchema } from '../gradient/objective-schema.ts';
import { checkLayers } from './check-layers.ts';
import { checkNumbers } from './check-numbers.ts';
import { lifetimeOf } from './lifetime.ts';

export interface GuardGradientSourceOptions {
  /** The names of the model's layers. */
  readonly layers: readonly string[];
}

/** Wraps a gradient source: checks arguments, throws after it was disposed of, and ignores a second disposal. */
export function guardGradientSource(
  source: EngineGradientSource,
  { layers }: GuardGradientSourceOptions,
): EngineGradientSource {
  const lifetime = lifetimeOf('gradient source', source);
  const { engine, imageShape } = source;
  return {
    engine,
    imageShape,
    gradient: async (images, { count, objective, wrt, outputs, rectifiers = 'exact' }) => {
      lifetime.check();
      checkWhole('count', count, { least: 1 });
      const shape = [count, ...imageShape];
      checkNumbers('The images', images, { kinds: [Uint8Array, Float32Array], shape });
      checkFinite(images);
      const terms = parseOptions(objectiveSchema, objective, 'The objective');
      checkCount(count, terms);
      const addresses = [...terms, ...(wrt === undefined ? [] : [wrt]), ...(outputs ?? [])];
      checkLayers(
        addresses.map(({ layer }) => layer),
        layers,
      );
      checkRectifiers(rectifiers);
      return source.gradient(images, { count, objective: terms, wrt, outputs, rectifiers });
    },
    [Symbol.asyncDispose]: lifetime.close,
  };
}

/** One image has no others to be similar to. */
function checkCount(count: number, terms: Objective): void {
  const isCompared = terms.some(({ measure }) => measure === 'similarity');
  if (isCompared) checkWhole('count', count, { least: 2 });
}

function checkRectifiers(value: string): void {
  if (value === 'exact' || value === 'guided') return;
  throw new SproutError('option-invalid', { option: 'rectifiers', value, rule: 'exact or guided' });
}

function checkFinite(images: Uint8Array | Float32Array): void {
  const invalid = images instanceof Float32Array && images.find((value) => !Number.isFinite(value));
  if (typeof invalid !== 'number') return;
  const rule = 'finite numbers';
  throw new SproutError('option-invalid', { option: 'images', value: String(invalid), rule });
}
