import type { Json } from '@sprout/core';
import type { Config } from '../config/config-schema.ts';

/** A model's own parameters: what its section of the configuration holds beside the name. */
export function modelParameters({ name: _, ...parameters }: Config['model']): Record<string, Json> {
  return parameters as Record<string, Json>; // it came out of JSON or YAML
}
