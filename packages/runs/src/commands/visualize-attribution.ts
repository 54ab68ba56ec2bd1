import { SproutError } from '@sprout/core';
import {
  attributionMethod,
  ATTRIBUTION_METHODS,
  type AttributionMethodName,
  type IntegratedGradients,
} from '@sprout/viz';
import { join } from 'node:path';
import type { ConfigOptions } from '../config/config-options.ts';
import { readConfig } from '../config/read-config.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { runTask } from '../event/run-task.ts';
import { explainImages } from '../explain/explain-images.ts';
import { shownImages } from '../explain/shown-images.ts';
import {
  type ExplainedImage,
  type PictureNames,
  writeAttribution,
} from '../explain/write-attribution.ts';
import { mapLayer, openExplainedModel } from '../model/open-explained-model.ts';
import { DEFAULTS } from '../options/limits.ts';
import { checkOutFolder } from '../visualize/check-out-folder.ts';

export interface VisualizeAttributionOptions extends ConfigOptions {
  /** A run folder, a model folder, or the folder of an export of Teachable Machine. */
  readonly run: string;
  /** Files and folders, or one of them; at most 100 images. */
  readonly images: string | readonly string[];
  /** `grad-cam` by default. */
  readonly method?: AttributionMethodName | undefined;
  /** For a class activation map: a layer with rows and columns; the last one by default. */
  readonly layer?: string | undefined;
  /** The name of the class that is explained; by default the class that each image is predicted as. */
  readonly className?: string | undefined;
  /** The folder to write; `attribution` by default. */
  readonly out?: string | undefined;
}

/** One explained image. */
export interface AttributedImage {
  readonly path: string;
  /** The name of the class that is explained, and its logit. */
  readonly className: string;
  readonly score: number;
  /** The pictures: the image as the model sees it, the map, and the map over the image. */
  readonly image: string;
  readonly heatMap: string;
  readonly overlay: string;
  /** Only of integrated gradients: how far the map does not add up, as a share of the score's difference from the baseline's. */
  readonly gap?: number;
}

export interface VisualizeAttributionResult {
  readonly method: AttributionMethodName;
  /** Only of a class activation map. */
  readonly layer?: string;
  /** Why the maps may mislead; only of a method that is not faithful to the model. */
  readonly caution?: string;
  /** The path of the sheet of all pictures. */
  readonly sheet: string;
  readonly images: readonly AttributedImage[];
}

/** See `visualizeAttribution` in `visualize-commands.ts`. */
export async function visualizeAttribution(
  options: VisualizeAttributionOptions,
  runContext?: RunContext,
): Promise<VisualizeAttributionResult> {
  const { run, method: name = DEFAULTS.method, className, out = DEFAULTS.attribution } = options;
  const context = contextOf(runContext);
  const { signal } = context;
  checkMethod(name);
  checkOutFolder(out);
  const method = attributionMethod(name);
  const config = await readConfig(options);
  await using model = await openExplainedModel(run, { engine: config.engine, signal });
  const { classes } = model.card;
  const label = className === undefined ? undefined : labelOf(className, classes);
  const layer = method.ofLayer ? mapLayer(model.layers, options.layer) : undefined;
  const seed = config.train.seed ?? DEFAULTS.seed;
  const shown = await shownImages(model, options.images, { config, context });
  const task = { task: 'explain', total: shown.length } as const;
  const maps = await runTask(context, task, (onProgress) =>
    explainImages(model, shown, { method, layer: layer ?? '', label, seed, signal, onProgress }),
  );
  const explained = shown.map((image, at): ExplainedImage => {
    const map = maps[at]!; // one map for each image
    return { ...image, map, className: classes[map.label]! }; // a class of the model
  });
  const { caution } = method;
  const title = caution ? `${name} ${caution}` : layer === undefined ? name : `${name}, ${layer}`;
  const { sheet, pictures } = await writeAttribution(out, explained, { method, title });
  return {
    method: name,
    ...(layer !== undefined && { layer }),
    ...(caution !== undefined && { caution }),
    sheet: join(out, sheet),
    images: explained.map((image, at) => attributed(image, pictures[at]!, out)), // pictures of each image
  };
}

function attributed(
  { path, map, className }: ExplainedImage,
  { image, heatMap, overlay }: PictureNames,
  out: string,
): AttributedImage {
  return {
    path,
    className,
    score: map.score,
    image: join(out, image),
    heatMap: join(out, heatMap),
    overlay: join(out, overlay),
    ...('gap' in map && { gap: (map as IntegratedGradients).gap }), // only they have a gap
  };
}

/** Callers in JavaScript may pass any text. @throws {SproutError} `name-unknown` */
function checkMethod(name: string): void {
  const known: readonly string[] = ATTRIBUTION_METHODS;
  if (!known.includes(name)) throw new SproutError('name-unknown', { kind: 'method', name, known });
}

/** @throws {SproutError} `name-unknown` for a class that the model does not have. */
function labelOf(name: string, classes: readonly string[]): number {
  const label = classes.indexOf(name);
  if (label >= 0) return label;
  throw new SproutError('name-unknown', { kind: 'class', name, known: classes });
}
