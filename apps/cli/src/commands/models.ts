import { type ModelInfo, models as modelTable } from '@sprout/runs';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

/** `sprout models`: prints the models that can be trained. */
export async function models(options: ReporterOptions): Promise<void> {
  const entries = await modelTable();
  const width = Math.max(...entries.map(({ name }) => name.length));
  const lines = entries.map(
    ({ name, summary, base }) => `${name.padEnd(width)}  ${summary}${base ? baseText(base) : ''}`,
  );
  createReporter(options).result(lines.join('\n'), entries);
}

/**
 * The parameters, the image size and the releases of a base, for example ` (4.7 million parameters, 224 x 224, weights of keras,
 * MIT)`.
 */
function baseText({ parameters, size, releases, known }: NonNullable<ModelInfo['base']>): string {
  const millions = (parameters / 1e6).toFixed(1);
  const weights = releases.map((library) => {
    const licence = known.find((release) => release.library === library)?.licence;
    return licence === undefined ? `${library} from a file` : `${library}, ${licence}`;
  });
  return ` (${millions} million parameters, ${size} x ${size}, weights of ${weights.join(' or ')})`;
}
