import { canonicalJson, claimFolder, isSproutError } from '@sprout/core';
import { basename, join, resolve } from 'node:path';
import { pathExists } from './path-exists.ts';
import { runFolder } from './run-folder.ts';

/** The paths inside the folder that an evaluation leaves. */
export interface EvaluationFolder {
  readonly folder: string;
  /** The purpose of the folder: `evaluationOf`, the path of the run or model, and `on`, that of the images. */
  readonly purpose: string;
  readonly evaluation: string;
  readonly predictions: string;
  /** The accuracies on corrupted images, if they were measured. */
  readonly corruptions: string;
  readonly plots: string;
  readonly report: string;
}

export interface EvaluationFolderOptions {
  /** A run folder or a model folder. */
  readonly run: string;
  /** The folder of the images. */
  readonly folder: string;
  /** The folder to write; by default a sub-folder of `evaluations` in the run, or of `RUN-evaluations` beside a model folder. */
  readonly out?: string | undefined;
}

const PURPOSE = '.sprout-evaluation.json';

/** The most folders of other data sets with the same name that are passed over. */
const TRIES = 1000;

/**
 * Claims the folder of an evaluation. Files of an earlier evaluation of the same run on the same folder are replaced. The default
 * name is that of the data set, with a number if another data set of that name was evaluated before.
 *
 * @throws {SproutError} `folder-occupied` if `out` holds anything else; `file-unwritable`.
 */
export async function claimEvaluationFolder({
  run,
  folder,
  out,
}: EvaluationFolderOptions): Promise<EvaluationFolder> {
  const purpose = canonicalJson({ evaluationOf: resolve(run), on: resolve(folder) });
  const claim = { file: PURPOSE, purpose, others: 'another evaluation' };
  if (out !== undefined) {
    await claimFolder(out, claim);
    return evaluationFolder(out);
  }
  const isRun = await pathExists(runFolder(run).record);
  const home = isRun ? join(run, 'evaluations') : `${run.replace(/[\\/]+$/, '')}-evaluations`;
  const name = basename(resolve(folder)) || 'images';
  for (let number = 1; ; number++) {
    const path = join(home, number === 1 ? name : `${name}-${number}`);
    try {
      await claimFolder(path, claim);
      return evaluationFolder(path);
    } catch (error) {
      if (!isSproutError(error, 'folder-occupied') || number >= TRIES) throw error;
    }
  }
}

/** The paths inside the folder of an evaluation. Nothing is read or created. */
export function evaluationFolder(folder: string): EvaluationFolder {
  return {
    folder,
    purpose: join(folder, PURPOSE),
    evaluation: join(folder, 'evaluation.json'),
    predictions: join(folder, 'predictions.csv'),
    corruptions: join(folder, 'corruptions.json'),
    plots: join(folder, 'plots'),
    report: join(folder, 'report.html'),
  };
}
