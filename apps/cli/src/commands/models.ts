import { MODELS } from '@sprout/train';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

/** `sprout models`: what can be trained, with its defaults. */
export async function models(options: ReporterOptions): Promise<void> {
  const entries = [...MODELS.values()].map(({ name, summary, recipe, augmentation, training }) => ({
    name,
    summary,
    recipe,
    augmentation,
    training,
  }));
  const width = Math.max(...entries.map(({ name }) => name.length));
  const lines = entries.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}`);
  createReporter(options).result(lines.join('\n'), entries);
}
