import { models as modelTable } from '@sprout/runs';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

/** `sprout models`: prints the models that can be trained. */
export async function models(options: ReporterOptions): Promise<void> {
  const entries = await modelTable();
  const width = Math.max(...entries.map(({ name }) => name.length));
  const lines = entries.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}`);
  createReporter(options).result(lines.join('\n'), entries);
}
