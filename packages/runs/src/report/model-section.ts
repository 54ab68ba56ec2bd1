import type { ModelSection } from '@sprout/viz';
import { modelDefaults } from '../config/model-defaults.ts';
import type { ReadRun } from '../run/read-run.ts';
import { augmentationPicture } from './augmentation-picture.ts';
import { evaluationSection } from './evaluation-section.ts';
import { featureSettings } from './feature-settings.ts';
import { modelPictures } from './model-pictures.ts';
import { stageSettings } from './stage-settings.ts';
import { usedRate } from './used-rate.ts';
import { transferSettings } from './transfer-settings.ts';
import { mixSettings } from './mix-settings.ts';
import { keptEpoch } from '../run/kept-epoch.ts';
import { trainingSeconds } from '../run/training-seconds.ts';
import { layerRows } from './layer-rows.ts';

/** The section of a report about the model of a run. `pictures` holds prepared images by path, `maps` those under heat maps; some may be missing. */
export async function modelSection(
  read: ReadRun,
  pictures: ReadonlyMap<string, Uint8Array>,
  maps: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<ModelSection> {
  const { run, record, resolved, metrics, evaluation, predictions, rates, robustness } = read;
  const { model, train, recipe, augment } = resolved;
  const { features = 'none' } = resolved.data;
  const layers = await layerRows(run.model);
  const best = keptEpoch(resolved, metrics);
  return {
    name: model.name,
    description: modelDefaults(model).summary,
    parameters: layers.reduce((sum, { parameters }) => sum + parameters, 0),
    engine: record.engine,
    seconds: trainingSeconds(metrics),
    ...(record.state === 'completed' && { totalSeconds: record.timings.seconds['total'] }),
    ...(features !== 'none' && { onFeatures: true }),
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
    labelSmoothing: train.labelSmoothing,
    ...(best !== undefined && { bestEpoch: best }),
    ...(rates && { rates: { ...rates, used: usedRate(resolved) } }),
    ...(robustness && { robustness }),
    augmented: augment.length > 0 ? await augmentationPicture(run) : undefined,
    pictures: await modelPictures(run),
    evaluation: evaluationSection({ evaluation, predictions, pictures, maps }),
  };
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
