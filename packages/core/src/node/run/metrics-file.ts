import { SproutError } from '../../errors/sprout-error.ts';
import type { EpochMetrics } from '../../run/train-event.ts';
import { formatCsv, parseCsv } from '../../table/csv.ts';
import { readText } from '../system/read-text.ts';
import { writeSealed } from './write-sealed.ts';

/** The columns of `metrics.csv`, in order. */
const COLUMNS = [
  'epoch',
  'step',
  'loss',
  'accuracy',
  'validationLoss',
  'validationAccuracy',
  'learningRate',
  'imagesPerSecond',
  'dataWait',
  'seconds',
] as const satisfies readonly (keyof EpochMetrics)[];

/** The columns of a training in stages. */
const STAGED = [...COLUMNS, 'stage'] as const;

/**
 * Writes `metrics.csv` with its seal, one row for each epoch. The whole file is written after each epoch, from the history that a
 * checkpoint holds, so that a resumed run has exactly the rows of its checkpoint. There is a column `stage` if the epochs have
 * stages.
 *
 * @throws {SproutError} `file-unwritable`
 */
export async function writeMetrics(file: string, rows: readonly EpochMetrics[]): Promise<void> {
  const columns = rows.some(({ stage }) => stage !== undefined) ? STAGED : COLUMNS;
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ''));
  await writeSealed(file, formatCsv([columns, ...cells]));
}

/** Reads `metrics.csv`. An empty cell is `NaN`. @throws {SproutError} `file-missing`, `file-invalid` */
export async function readMetrics(file: string): Promise<EpochMetrics[]> {
  const [header = [], ...rows] = parseCsv(await readText(file));
  const isStaged = header.join() === STAGED.join();
  if (header.join() !== COLUMNS.join() && !isStaged) {
    const reason = `its first line must be ${COLUMNS.join()}, with or without ,stage at its end`;
    throw new SproutError('file-invalid', { file, reason });
  }
  return rows.map((cells, number) => metricsOf(cells, { file, line: number + 2, isStaged }));
}

function metricsOf(
  cells: readonly string[],
  { file, line, isStaged }: { file: string; line: number; isStaged: boolean },
): EpochMetrics {
  const number = (column: (typeof STAGED)[number]): number => {
    const cell = cells[STAGED.indexOf(column)];
    const value = cell === '' ? Number.NaN : Number(cell);
    if (cell === '' || !Number.isNaN(value)) return value;
    const reason = `line ${line} has no number for ${column}`;
    throw new SproutError('file-invalid', { file, reason });
  };
  return {
    epoch: number('epoch'),
    step: number('step'),
    loss: number('loss'),
    accuracy: number('accuracy'),
    validationLoss: number('validationLoss'),
    validationAccuracy: number('validationAccuracy'),
    learningRate: number('learningRate'),
    imagesPerSecond: number('imagesPerSecond'),
    dataWait: number('dataWait'),
    seconds: number('seconds'),
    ...(isStaged && { stage: number('stage') }),
  };
}
