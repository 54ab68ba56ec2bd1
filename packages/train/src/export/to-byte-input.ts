import { withInputFunction } from '../model/surgery/with-input-function.ts';
import type { ModelDefinition } from '../model/model-definition.ts';

/**
 * The same model with its input function as a layer: it takes prepared images as they are, RGB, 0 to 255. Another library then
 * needs to know neither the normalisation nor the order of channels.
 */
export function toByteInput(definition: ModelDefinition): ModelDefinition {
  const { channels } = definition.input;
  const all = (value: number): number[] => Array.from({ length: channels }, () => value);
  return withInputFunction(definition, { mean: all(0), deviation: all(1) });
}
