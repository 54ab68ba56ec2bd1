import type { ModelSection, TopLoss } from '@sprout/viz';
import { modelDefaults } from '../config/model-defaults.ts';
import type { ReadRun } from '../run/read-run.ts';
import { featureSettings } from './feature-settings.ts';
import { modelPictures } from './model-pictures.ts';
import { stageSettings } from './stage-settings.ts';
import { usedRate } from './used-rate.ts';
import { transferSettings } from './transfer-settings.ts';
import { mixSettings } from './mix-settings.ts';
import { keptEpoch } from '../run/kept-epoch.ts';
import { layerRows } from './layer-rows.ts';

/** The section of a report about the model of a run. `pictures` holds prepared images by path, `maps` those under heat maps; some may be missing. */
export async function modelSection(
  read: ReadRun,
  pictures: ReadonlyMap<string, Uint8Array>,
  maps: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<ModelSection> {
  const { run, record, resolved, metrics, evaluation, predictions, rates, robustness } = read;
  const { model, train, recipe, augment } = resolved;
  const layers = await layerRows(run.model);
  const isTagged = evaluation.f2 !== undefined;
  const best = keptEpoch(resolved, metrics);
  return {
    name: model.name,
    description: modelDefaults(model).summary,
    parameters: layers.reduce((sum, { parameters }) => sum + parameters, 0),
    engine: record.engine,
    seconds: metrics.reduce((sum, epoch) => sum + epoch.seconds, 0),
    recipe,
    augmentation: augment,
    settings: [
      ...transferSettings(model),
      ...featureSettings(resolved),
      ...settingsOf(train, record.extended),
      ...stageSettings(train.stages),
    ],
    layers,
    metrics,
    ...(best !== undefined && { bestEpoch: best }),
    ...(rates && { rates: { ...rates, used: usedRate(resolved) } }),
    ...(robustness && { robustness }),
    pictures: await modelPictures(run),
    evaluation: {
      ...evaluation,
      topLosses: topLossesOf(evaluation, { pictures, maps }),
      ...(!isTagged && { answers: predictions.map(answerOf) }),
    },
  };
}

interface Pictures {
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly maps: ReadonlyMap<string, Uint8Array>;
}

function topLossesOf(
  { topLosses, classes, f2 }: ReadRun['evaluation'],
  { pictures, maps }: Pictures,
): TopLoss[] {
  const factor = f2 === undefined ? 1 : classes.length; // of tags, the loss is the mean
  return topLosses.map((row) => {
    const image = pictures.get(row.path);
    const heatMap = maps.get(row.path);
    const labelProbability = Math.exp(-row.loss * factor);
    return { ...row, labelProbability, ...(image && { image }), ...(heatMap && { heatMap }) };
  });
}

function answerOf({ label, predicted, probability }: ReadRun['predictions'][number]) {
  return { probability, correct: label === predicted };
}

function settingsOf(
  train: ReadRun['resolved']['train'],
  extended: ReadRun['record']['extended'] = [],
): ModelSection['settings'] {
  const former = extended.map(({ after, from }) => `, ${from} until epoch ${after}`);
  const { name, learningRate, ...numbers } = train.optimiser;
  const details = Object.entries(numbers).map(([field, value]) => `${field} ${String(value)}`);
  const { name: schedule, ...shape } = train.schedule;
  const shapes = Object.entries(shape).map(([field, value]) => `${field} ${String(value)}`);
  return [
    { name: 'Epochs', value: [train.epochs, ...former].join('') },
    { name: 'Batch size', value: String(train.batchSize) },
    { name: 'Optimiser', value: [`${name}, learning rate ${learningRate}`, ...details].join(', ') },
    { name: 'Schedule', value: [schedule, ...shapes].join(', ') },
    { name: 'Label smoothing', value: String(train.labelSmoothing) },
    ...mixSettings(train.mix),
    { name: 'Class weights', value: train.classWeights },
    {
      name: 'Weights kept',
      value: train.keep === 'best' ? 'of the best epoch' : 'of the last epoch',
    },
  ];
}
