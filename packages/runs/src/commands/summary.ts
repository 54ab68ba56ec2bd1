import {
  createDefinition,
  loadModel,
  type ModelDefinition,
  MODELS,
  type ModelSummary,
  summary as summarise,
  summaryText,
} from '@sprout/train';
import type { ImageSize } from '../config/config-options.ts';
import { DEFAULTS } from '../options/limits.ts';
import { modelFolder } from '../model/open-model.ts';
import { pathExists } from '../run/path-exists.ts';

export interface SummaryOptions {
  /** A name from `models()`, a run folder or a model folder. */
  readonly model: string;
  /** The input size if `model` is a name, 150 x 150 by default. */
  readonly size?: ImageSize | undefined;
  /** The number of classes if `model` is a name, 12 by default. */
  readonly classes?: number | undefined;
}

export interface SummaryResult {
  readonly summary: ModelSummary;
  /** The summary as a table. */
  readonly text: string;
}

/** See `summary` in `commands.ts`. */
export async function summary(options: SummaryOptions): Promise<SummaryResult> {
  const data = await summarise(await definitionOf(options));
  return { summary: data, text: summaryText(data) };
}

async function definitionOf({
  model,
  size = DEFAULTS.summary.size,
  classes = DEFAULTS.summary.classes,
}: SummaryOptions): Promise<ModelDefinition> {
  const isFolder = !MODELS.has(model) && (/[\\/]/.test(model) || (await pathExists(model)));
  if (isFolder) return (await loadModel(await modelFolder(model))).definition;
  return createDefinition(model, { ...size, classes, seed: 0 });
}
