import type { ModelDefinition } from '../model/model-definition.ts';
import { toDefinition } from '../model/tfjs/to-definition.ts';
import { createModel, type CreateModelOptions } from './create-model.ts';
import { modelEntry, type ModelName } from './model-table.ts';

/**
 * A model of the table as data: topology, initial weights, input normalisation.
 *
 * @throws {SproutError} As `createModel`.
 */
export function createDefinition(name: ModelName, options: CreateModelOptions): ModelDefinition {
  const model = createModel(name, options);
  try {
    return toDefinition(model, modelEntry(name));
  } finally {
    model.dispose();
  }
}
