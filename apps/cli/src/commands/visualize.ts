import {
  type VisualizeClassOptions,
  visualizeClass as makeClassPictures,
  type VisualizeFiltersOptions,
  visualizeFilters as makeFilterPictures,
} from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface FiltersCommandOptions
  extends Omit<VisualizeFiltersOptions, 'model'>, ReporterOptions {}

/** `sprout visualize filters`: makes pictures of filters, and prints the path of the grid. */
export async function visualizeFilters(
  model: string,
  options: FiltersCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const own = { ...options, model };
  const result = await interruptible(reporter, (context) => makeFilterPictures(own, context));
  reporter.result(result.grid, result);
}

export interface ClassCommandOptions
  extends Omit<VisualizeClassOptions, 'model' | 'classes'>, ReporterOptions {
  readonly class: readonly string[];
}

/** `sprout visualize class`: makes pictures of classes, and prints the path of the grid. */
export async function visualizeClass(
  model: string,
  { class: classes, ...options }: ClassCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const own = { ...options, model, classes };
  const result = await interruptible(reporter, (context) => makeClassPictures(own, context));
  reporter.result(result.grid, result);
}
