import { type EpochMetrics, writeMetrics, writeRunRecord } from '@sprout/core';
import { recipeHash } from '@sprout/imgproc';
import { writeFile } from 'node:fs/promises';
import { resolveTrain } from '../src/config/resolve-train.ts';
import type { EvaluationRecord } from '../src/run/evaluation-record.ts';
import { createRunFolder, type RunFolder } from '../src/run/run-folder.ts';
import { COLOUR_CLASSES, saveColourModel } from './colour-model.ts';

const first: EpochMetrics = {
  epoch: 1,
  step: 2,
  loss: 0.7,
  accuracy: 0.5,
  validationLoss: 0.6,
  validationAccuracy: 1,
  learningRate: 0.1,
  imagesPerSecond: 100,
  dataWait: 0.5,
  seconds: 2,
};

/** Two epochs, of which the first one is better. */
export const METRICS: readonly EpochMetrics[] = [
  first,
  { ...first, epoch: 2, step: 4, validationAccuracy: 0.5, seconds: 3 },
];

const EVALUATION: EvaluationRecord = {
  samples: 2,
  accuracy: 0.5,
  loss: 0.8,
  classes: [
    { name: 'blue', precision: 0.5, recall: 1, f1: 2 / 3, support: 1 },
    { name: 'red', precision: 0, recall: 0, f1: 0, support: 1 },
  ],
  confusion: [
    [1, 0],
    [1, 0],
  ],
  topLosses: [
    { path: 'red/0.png', label: 'red', predicted: 'blue', probability: 0.75, loss: Math.log(4) },
    { path: 'blue/0.png', label: 'blue', predicted: 'blue', probability: 0.8, loss: 0.2 },
  ],
};

const PREDICTIONS = `path,label,predicted,probability,loss
blue/0.png,blue,blue,0.8,0.2
red/0.png,red,blue,0.75,1.386
`;

const SPLIT = `path,class,subset
blue/1.png,blue,training
red/1.png,red,training
red/2.png,red,training
blue/0.png,blue,validation
red/0.png,red,validation
`;

/**
 * Writes the files of a finished run of the colour model, without a training.
 *
 * @param photos The folder of the data set in the record.
 * @param set Settings such as `train.keep=last`.
 */
export async function writeFinishedRun(
  runs: string,
  { photos, set = [] }: { readonly photos: string; readonly set?: readonly string[] },
): Promise<RunFolder> {
  const run = await createRunFolder(runs, { model: 'logistic' });
  const size = { height: 4, width: 4 };
  const config = await resolveTrain({ folder: photos, model: 'logistic', size, epochs: 2, set });
  await writeRunRecord(run.record, {
    schema: 1,
    command: ['train', 'my photos', '--model', 'logistic'],
    config,
    versions: { sprout: '1.2.3', node: '22.0.0', cpu: '4.0.0' },
    engine: 'cpu',
    seed: 7,
    dataset: {
      folder: photos,
      fingerprint: 'ab12',
      samples: { training: 3, validation: 2, bad: 0 },
    },
    classes: COLOUR_CLASSES,
    recipe: config.recipe.map((spec) => ({ ...spec })),
    recipeHash: recipeHash(config.recipe),
    state: 'completed',
    timings: { started: '2024-05-06T07:08:09.000Z', seconds: { total: 7 } },
  });
  await saveColourModel(run.model);
  await writeMetrics(run.metrics, METRICS);
  await writeFile(run.evaluation, JSON.stringify(EVALUATION));
  await writeFile(run.predictions, PREDICTIONS);
  await writeFile(run.split, SPLIT);
  await writeFile(run.health, 'null');
  return run;
}
