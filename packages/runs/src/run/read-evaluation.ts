import { z } from 'zod';
import { evaluationFolder, type EvaluationFolder } from './evaluation-folder.ts';
import { type EvaluationRecord, evaluationSchema } from './evaluation-record.ts';
import { pathExists } from './path-exists.ts';
import { readJson } from './read-json.ts';
import { type PredictionRow, readPredictions } from './read-predictions.ts';

const purposeSchema = z.object({ evaluationOf: z.string(), on: z.string() });

/** The contents of the files of an evaluation on a folder. */
export interface ReadEvaluation {
  readonly files: EvaluationFolder;
  /** The path of the run or the model, and that of the images. `undefined` if the file that names them was not copied. */
  readonly purpose: z.output<typeof purposeSchema> | undefined;
  readonly evaluation: EvaluationRecord;
  readonly predictions: readonly PredictionRow[];
}

/** Reads an evaluation that `evaluate` wrote. @throws {SproutError} `file-missing`, `file-invalid` */
export async function readEvaluation(folder: string): Promise<ReadEvaluation> {
  const files = evaluationFolder(folder);
  const isNamed = await pathExists(files.purpose);
  return {
    files,
    purpose: isNamed ? await readJson(files.purpose, purposeSchema) : undefined,
    evaluation: await readJson(files.evaluation, evaluationSchema),
    predictions: await readPredictions(files.predictions),
  };
}
