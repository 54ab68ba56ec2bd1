import { SproutError } from '@sprout/core';
import { readTable } from './read-table.ts';

/** One image of a run or an evaluation, as in `predictions.csv`. */
export interface PredictionRow {
  readonly path: string;
  readonly label: string;
  readonly predicted: string;
  readonly probability: number;
}

/** Reads the table `predictions.csv`. @throws {SproutError} `file-missing`, `file-invalid` */
export async function readPredictions(file: string): Promise<PredictionRow[]> {
  const rows = await readTable(file, ['path', 'label', 'predicted', 'probability', 'loss']);
  return rows.map(([path = '', label = '', predicted = '', text = ''], at) => {
    const probability = text === '' ? NaN : Number(text);
    if (probability >= 0 && probability <= 1) return { path, label, predicted, probability };
    const reason = `line ${at + 2} has no probability from 0 to 1`;
    throw new SproutError('file-invalid', { file, reason });
  });
}
