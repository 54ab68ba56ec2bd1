import { type ModelInfo, modelReference, models as modelTable } from '@sprout/runs';
import { modelText } from '../terminal/reference-text.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

/** `sprout models`: prints the models that can be trained; with a name, one model with its parameters. */
export async function models(name: string | undefined, options: ReporterOptions): Promise<void> {
  const reporter = createReporter(options);
  if (name !== undefined) {
    const model = await modelReference(name);
    return reporter.result(modelText(model), model);
  }
  const entries = await modelTable();
  const width = Math.max(...entries.map((entry) => entry.name.length));
  const lines = entries.map(
    (entry) =>
      `${entry.name.padEnd(width)}  ${entry.summary}${entry.base ? baseText(entry.base) : ''}`,
  );
  reporter.result(lines.join('\n'), entries);
}

/**
 * The parameters, the image size and the releases of a base, for example ` (4.7 million parameters, 224 x 224, weights: those of keras
 * under MIT)`.
 */
function baseText({ parameters, size, releases, known }: NonNullable<ModelInfo['base']>): string {
  const millions = (parameters / 1e6).toFixed(1);
  const weights = releases.map((library) => {
    const licence = known.find((release) => release.library === library)?.licence;
    return licence === undefined
      ? `those of ${library}, whose file --weights names`
      : `those of ${library} under ${licence}`;
  });
  return ` (${millions} million parameters, ${size} x ${size}, weights: ${weights.join('; or ')})`;
}
