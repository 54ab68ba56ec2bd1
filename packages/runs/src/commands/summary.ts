import {
  baseEntry,
  createBase,
  createDefinition,
  isModelName,
  headWithClasses,
  type ModelOutline,
  type ModelSummary,
  outlineInFile,
  outlineSummary,
  outlineWithHead,
  summary as summarise,
  summaryText,
} from '@sprout/train';
import type { ImageSize } from '../config/config-options.ts';
import { isModelFile } from '../config/complete-from-file.ts';
import { fixedSize } from '../config/fixed-size.ts';
import { modelDefaults, modelNames } from '../config/model-defaults.ts';
import { DEFAULTS } from '../options/limits.ts';
import { loadRunModel } from '../model/load-run-model.ts';
import { readWeightsFile } from '../transfer/read-weights-file.ts';
import { pathExists } from '../run/path-exists.ts';

export interface SummaryOptions {
  /** A name from `models()`, a run folder, a model folder, or the file of a Keras or TensorFlow.js model, which is shown as a base. */
  readonly model: string;
  /** The input size if `model` is a name; by default that of its recipe. */
  readonly size?: ImageSize | undefined;
  /** The number of classes if `model` is a name, 12 by default. A base is shown with a head only if it is given. */
  readonly classes?: number | undefined;
}

export interface SummaryResult {
  readonly summary: ModelSummary;
  /** The summary as a table. */
  readonly text: string;
}

/** See `summary` in `commands.ts`. */
export async function summary(options: SummaryOptions): Promise<SummaryResult> {
  const data = await summaryOf(options);
  return { summary: data, text: summaryText(data) };
}

async function summaryOf({ model, size, classes }: SummaryOptions): Promise<ModelSummary> {
  if (isModelFile(model)) return outlineSummary(await fileOutline(model, { size, classes }));
  const isName = modelNames().includes(model);
  const isFolder = !isName && (/[\\/]/.test(model) || (await pathExists(model)));
  if (isFolder) return summarise((await loadRunModel(model)).definition);
  const { recipe, pooling } = modelDefaults({ name: model });
  const shape = size ?? fixedSize(recipe);
  if (!isModelName(model)) {
    const base = createBase(baseEntry(model).name, {
      ...shape,
      ...(classes && pooling && { pooling }),
    });
    return outlineSummary(classes === undefined ? base : withHead(base, classes));
  }
  return summarise(
    createDefinition(model, { ...shape, classes: classes ?? DEFAULTS.summary.classes, seed: 0 }),
  );
}

/** The base in a model file. The summary does not depend on the input function. */
async function fileOutline(
  file: string,
  { size, classes }: Pick<SummaryOptions, 'size' | 'classes'>,
): Promise<ModelOutline> {
  const { content } = await readWeightsFile(file);
  const pooling = classes === undefined ? 'none' : 'avg';
  const base = outlineInFile(content, { file, input: 'raw', pooling, ...size });
  return classes === undefined ? base : withHead(base, classes);
}

function withHead(base: ModelOutline, classes: number): ModelOutline {
  return outlineWithHead(base, { head: headWithClasses(base, { classes }) });
}
