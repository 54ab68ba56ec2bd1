import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The rows of a run's `metrics.csv` without timings. */
export async function metricsOf(run: string): Promise<string[][]> {
  const text = await readFile(join(run, 'metrics.csv'), 'utf8');
  const rows = text.trim().split(/\r?\n/);
  return rows.map((line) => line.split(',').slice(0, 7));
}
