import { expect, test } from 'vitest';
import { evaluationText, seenText } from './evaluation-text.ts';

test('an evaluation is a headline, a row for each class and the five largest losses', () => {
  const worst = { path: 'oak/1.png', label: 'oak', predicted: 'elm', probability: 0.9 };
  const text = evaluationText({
    samples: 8,
    accuracy: 0.875,
    loss: 0.31234,
    classes: [
      { name: 'elm', precision: 1, recall: 0.5, f1: 2 / 3, support: 4 },
      { name: 'oak\u001b[31m', precision: 0.75, recall: 1, f1: 0.857, support: 4 },
    ],
    confusion: [],
    topLosses: [5, 4, 3, 2, 1, 0.5].map((loss) => ({ ...worst, loss })),
  });
  const lines = text.split('\n');
  expect(lines[0]).toBe('87.5 % of 8 images right, loss 0.3123');
  expect(lines[3]).toMatch(/^elm +1\.000 +0\.500 +0\.667 +4$/);
  expect(lines[4]).toContain(String.raw`oak\u{1b}[31m`);
  expect(lines.slice(-5)[0]).toBe('  5.00  oak/1.png: oak, taken for elm');
  expect(lines.filter((line) => line.includes('taken for'))).toHaveLength(5);
});

test('a right prediction with a large loss is recognised, not taken for another class', () => {
  const right = {
    path: 'oak/1.png',
    label: 'oak',
    predicted: 'oak',
    probability: 0.432,
    loss: 0.84,
  };
  const text = evaluationText({
    samples: 1,
    accuracy: 1,
    loss: 0.84,
    classes: [],
    confusion: [],
    topLosses: [right, { ...right, predicted: 'elm' }, { ...right, predicted: '' }],
  });
  expect(text.split('\n').slice(-3)).toEqual([
    '  0.84  oak/1.png: oak, recognised with 43 %',
    '  0.84  oak/1.png: oak, taken for elm',
    '  0.84  oak/1.png: oak, taken for no tags',
  ]);
});

test('scores that are not defined are dashes', () => {
  const absent = { name: 'elm', precision: 0, recall: 0, f1: 0, support: 0 };
  const text = evaluationText({
    samples: 1,
    accuracy: 0,
    loss: 1,
    classes: [absent, { ...absent, name: 'oak', support: 1 }],
    confusion: [
      [0, 0],
      [1, 0],
    ],
    topLosses: [],
  });
  expect(text).toMatch(/^elm +0\.000 +- +- +0$/m);
  expect(text).toMatch(/^oak +- +0\.000 +0\.000 +1$/m);
});

test('images that were seen are a warning, and so is not knowing it', () => {
  const record = { samples: 9, accuracy: 1, loss: 0, classes: [], confusion: [], topLosses: [] };
  expect(seenText(record)).toContain('it is not known whether');
  expect(seenText({ ...record, seen: { training: 0, validation: 0 } })).toBeUndefined();
  expect(seenText({ ...record, seen: { training: 9, validation: 0 } })).toBe(
    'of these 9 images, the model was trained on 9; accuracy on new images is usually lower',
  );
  const seen = { training: 3, validation: 2, unseenAccuracy: 0.5 };
  expect(seenText({ ...record, seen })).toBe(
    'of these 9 images, the model was trained on 3 and 2 were its validation images; 50.0 % of the other 4 are right',
  );
});

test('an evaluation of tags shows F2, and F2 and threshold of each tag', () => {
  const lines = evaluationText({
    samples: 8,
    accuracy: 0.9,
    loss: 0.2,
    f2: 0.875,
    f2AtHalf: 0.8,
    classes: [
      {
        name: 'road',
        precision: 1,
        recall: 0.5,
        f1: 2 / 3,
        f2: 0.5556,
        support: 4,
        threshold: 0.21,
      },
    ],
    confusion: [],
    topLosses: [],
  }).split('\n');
  expect(lines[0]).toBe(
    'F2 0.875 on 8 images (0.800 with 0.5 for each tag), 90.0 % of tags right at 0.5, loss 0.2000',
  );
  expect(lines[2]).toMatch(/^class +precision +recall +f1 +f2 +threshold +support$/);
  expect(lines[3]).toMatch(/^road +1\.000 +0\.500 +0\.667 +0\.556 +0\.210 +4$/);
});
