import { op as opReference, ops as opList } from '@sprout/runs';
import { opListText, opText } from '../terminal/reference-text.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

/** `sprout ops`: prints the ops that recipes and augmentations may contain; with a name, one op with its fields. */
export async function ops(name: string | undefined, options: ReporterOptions): Promise<void> {
  const reporter = createReporter(options);
  if (name !== undefined) {
    const op = await opReference(name);
    return reporter.result(opText(op), op);
  }
  const all = await opList();
  reporter.result(opListText(all), all);
}
