import type { EvaluationSection } from '../src/report/data/evaluation-section.ts';
import type { ModelSection } from '../src/report/data/model-section.ts';
import type { ReportData } from '../src/report/data/report-data.ts';

/** The first bytes of a PNG. The report reads no others. */
export const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** An evaluation in which three of twelve images of each class but the last are predicted as the next class. */
export function evaluation(classes: readonly string[]): EvaluationSection {
  const worst = { path: `${classes[0]}/1.png`, label: classes[0]!, predicted: classes[1]! };
  return {
    samples: 12 * classes.length,
    accuracy: 0.75,
    loss: 0.8,
    classes: classes.map((name) => ({ name, precision: 0.7, recall: 0.8, f1: 0.747, support: 12 })),
    confusion: classes.map((_, row) =>
      classes.map((__, column) => (row === column ? 9 : row + 1 === column ? 3 : 0)),
    ),
    topLosses: [{ ...worst, probability: 0.98, labelProbability: 0.004, loss: 5.52, image: PNG }],
    answers: [{ probability: 0.8, correct: true }],
  };
}

export function model(name: string, classes: readonly string[]): ModelSection {
  const row = {
    loss: 1,
    accuracy: 0.6,
    validationLoss: 1.1,
    validationAccuracy: 0.5,
    learningRate: 0.001,
  };
  const speed = { imagesPerSecond: 310, dataWait: 0, seconds: 3 };
  return {
    name,
    parameters: 243_116,
    engine: 'onnx',
    seconds: 200,
    recipe: [{ op: 'resize', height: 150, width: 150 }],
    augmentation: [{ op: 'rotate', degrees: [-90, 90] }],
    settings: [{ name: 'Optimiser', value: 'adam' }],
    layers: [{ name: 'dense', kind: 'Dense', output: '12', parameters: 1548 }],
    metrics: [0, 1].map((epoch) => ({ epoch, step: 33, ...row, ...speed })),
    bestEpoch: 1,
    evaluation: evaluation(classes),
  };
}

/** A report about one model, with some fields changed. */
export function report(classes: readonly string[], change: Partial<ReportData> = {}): ReportData {
  return {
    title: 'seedlings',
    date: '1 May 2026',
    version: '0.1.0',
    dataset: {
      folder: 'photos',
      split: '12 images a class, seed 0',
      classes: classes.map((name) => ({ name, training: 88, validation: 12 })),
      examples: [{ image: PNG, caption: classes[0]! }],
    },
    models: [model('small-cnn', classes)],
    ...change,
  };
}

/** `count` class names. */
export const names = (count: number) =>
  Array.from({ length: count }, (_, number) => `class ${number}`);

/** The text of a page, or of a part of a page, without its tags. */
export const textOf = (page: string) =>
  page.replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
