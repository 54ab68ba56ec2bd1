import { expect, test } from 'vitest';
import { evaluationRecord, evaluationSchema } from './evaluation-record.ts';

const probabilities = Float32Array.of(0.75, 0.25);
const predictions = [
  { id: 'elm/1.png', label: 0, predicted: 0, probability: 0.9, probabilities, loss: 0.1 },
  { id: 'elm/2.png', label: 0, predicted: 1, probability: 0.8, probabilities, loss: 1.6 },
  { id: 'oak/1.png', label: 1, predicted: 1, probability: 0.6, probabilities, loss: 0.5 },
];

test('labels become names, and the confusion matrix has a row for each true class', () => {
  const record = evaluationRecord({ samples: 3, accuracy: 2 / 3, loss: 0.7, predictions }, [
    'elm',
    'oak',
  ]);
  expect(record.confusion).toEqual([
    [1, 1],
    [0, 1],
  ]);
  expect(record.classes[0]).toEqual({
    name: 'elm',
    precision: 1,
    recall: 0.5,
    f1: 2 / 3,
    support: 2,
  });
  expect(evaluationSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
});

test('the calibration is that of the probabilities, and one sample has none', () => {
  const own = { samples: 2, accuracy: 0.5, loss: 1, predictions: predictions.slice(0, 2) };
  const labelled = own.predictions.map((prediction, label) => ({ ...prediction, label }));
  const names = ['elm', 'oak'];
  const { calibration } = evaluationRecord({ ...own, predictions: labelled }, names);
  expect(calibration?.error).toBeCloseTo(0.25, 6); // it says 0.75, and one of two is right
  const one = { ...own, samples: 1, predictions: own.predictions.slice(0, 1) };
  expect(evaluationRecord(one, names).calibration).toBeUndefined();
});

test('the largest losses come first, 24 at most', () => {
  const many = Array.from({ length: 30 }, (_, number) => ({
    ...predictions[0]!,
    id: String(number),
    loss: number,
  }));
  const { topLosses } = evaluationRecord({ samples: 30, accuracy: 1, loss: 1, predictions: many }, [
    'elm',
  ]);
  expect(topLosses.map(({ loss }) => loss)).toEqual(Array.from({ length: 24 }, (_, at) => 29 - at));
  expect(topLosses[0]).toMatchObject({ path: '29', label: 'elm', predicted: 'elm' });
});
