import {
  createDefinition,
  loadModel,
  MODELS,
  type ModelDefinition,
  summary as summarise,
  summaryText,
} from '@sprout/train';
import { modelFolder } from '../compose/open-model.ts';
import { isThere } from '../run/is-there.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface SummaryOptions extends ReporterOptions {
  readonly size: { readonly height: number; readonly width: number };
  readonly classes: number;
}

/** `sprout summary`: the layers of a model of the table, or of a trained one. */
export async function summary(model: string, options: SummaryOptions): Promise<void> {
  const data = await summarise(await definitionOf(model, options));
  createReporter(options).result(summaryText(data), data);
}

async function definitionOf(
  model: string,
  { size, classes }: SummaryOptions,
): Promise<ModelDefinition> {
  const isFolder = !MODELS.has(model) && (/[\\/]/.test(model) || (await isThere(model)));
  if (isFolder) return (await loadModel(await modelFolder(model))).definition;
  return createDefinition(model, { ...size, classes, seed: 0 });
}
