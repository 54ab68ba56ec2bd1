import type { RunEvent } from '@sprout/runs';
import { expect, test } from 'vitest';
import { eventText } from './event-text.ts';

test.each<[RunEvent, string]>([
  [
    { type: 'images-divided', images: 9, classes: 2, training: 7, validation: 2 },
    'note: 9 images in 2 classes: 7 for training, 2 for validation',
  ],
  [
    { type: 'images-divided', images: 1, classes: 1, training: 1, validation: 0 },
    'note: 1 image in 1 class: 1 for training, 0 for validation',
  ],
  [
    { type: 'images-left-out', count: 1, first: 'a.png is empty' },
    'warning: 1 image is left out, as unusable (first: a.png is empty)',
  ],
  [
    { type: 'images-sorted', folder: 'sorted', images: 100, unknown: 39 },
    'note: 100 images sorted into sorted, 39 of them as unknown',
  ],
  [
    { type: 'images-sorted', folder: 'sorted', images: 1, unknown: undefined },
    'note: 1 image sorted into sorted',
  ],
  [{ type: 'picture-written', file: 'a-grid.png' }, 'note: wrote a-grid.png'],
  [
    { type: 'picture-written', file: 'class-1.png', subject: 'class Charlock' },
    'note: wrote class-1.png: class Charlock',
  ],
  [{ type: 'page-written', file: 'a.html' }, 'note: page: a.html'],
  [{ type: 'files-passed-over', count: 2 }, 'note: 2 other files are passed over'],
  [{ type: 'path-left-out', path: 'a/b', reason: 'a link' }, 'warning: a/b is left out: a link'],
  [
    { type: 'class-without-images', className: 'Elm' },
    'warning: the folder Elm holds no images, so there is no class of that name',
  ],
  [
    { type: 'twin-classes', classNames: ['é', 'é'] },
    'warning: é and é look the same but are written differently: two classes',
  ],
  [
    { type: 'cache-unavailable', reason: 'no space' },
    'warning: prepared images cannot be kept on disk, so epochs take longer: no space',
  ],
  [
    { type: 'file-changed', file: 'run/metrics.csv', rewritten: false },
    'warning: run/metrics.csv was changed since it was written, so its values may not be those of the run',
  ],
  [
    { type: 'file-changed', file: 'run/metrics.csv', rewritten: true },
    'warning: run/metrics.csv was changed since it was written; it is written again',
  ],
  [{ type: 'demo-train', model: 'small-cnn' }, 'note: 4. training a small convolutional net'],
])('%j', (event, text) => {
  const found = eventText(event)!;
  expect(`${found.level}: ${found.text}`).toBe(text);
});

test('a planned training is two lines, and a third if a better engine is not available', () => {
  const event = {
    type: 'training-planned',
    recipe: ['resize', 'median'],
    augment: [],
    mix: [],
    model: 'small-cnn',
    engine: 'wasm',
    engineNote: undefined,
    epochs: 3,
    batchSize: 32,
    optimiser: 'adam',
    learningRate: 0.001,
  } as const;
  expect(eventText(event)?.text).toBe(
    'recipe: resize, median; augmentation: none\nsmall-cnn on wasm: 3 epochs, batches of 32, adam at 0.001',
  );
  expect(eventText({ ...event, epochs: 1 })?.text).toContain('small-cnn on wasm: 1 epoch, batches');
  expect(eventText({ ...event, mix: ['MixUp', 'CutMix'] })?.text).toContain(
    'augmentation: none; images mixed by MixUp or CutMix\n',
  );
  const text = eventText({ ...event, engineNote: 'onnx is not available' })?.text;
  expect(text?.split('\n').at(-1)).toBe('onnx is not available');
});

test('weights are named with their licence and what was compared', () => {
  const found = {
    type: 'weights-found',
    file: '/cache/a.h5',
    checked: 'The MD5 is right',
  } as const;
  expect(eventText({ ...found, downloaded: true })?.text).toBe(
    'downloaded /cache/a.h5\nThe MD5 is right',
  );
  const known = { ...found, downloaded: false, licence: 'MIT', source: 'https://example.org' };
  expect(eventText(known)?.text).toBe(
    'found /cache/a.h5\nlicence MIT, published at https://example.org\nThe MD5 is right',
  );
});

test('a search tells its candidates, its time and its winner', () => {
  const candidates = ['logistic', 'small-cnn'];
  const textOf = (seconds: number) =>
    eventText({ type: 'search-started', candidates, seconds })?.text;
  expect(textOf(900)).toBe('comparing logistic, small-cnn within 15 minutes');
  expect(textOf(90)).toBe('comparing logistic, small-cnn within 90 s');
  const ended = { type: 'search-ended', winner: 'small-cnn', accuracy: 0.875, epochs: 1 } as const;
  expect(eventText(ended)?.text).toBe(
    'small-cnn is the best, with 87.5 % of the compared images right; training it on all training images, 1 epoch',
  );
});

test('a changed number of epochs is explained with what it changes', () => {
  const event = {
    type: 'run-extended',
    after: 30,
    from: 30,
    to: 60,
    schedule: 'cosine',
    earlyStopping: false,
  } as const;
  expect(eventText(event)?.text).toBe(
    'the run goes on after epoch 30, to 60 epochs instead of 30\nschedule cosine: from here on the learning rate is that of a run of 60 epochs',
  );
  const stopped = { ...event, after: 12, to: 30, schedule: 'step', earlyStopping: true } as const;
  expect(eventText(stopped)?.text).toBe(
    'the run goes on after epoch 12, to 30 epochs\nschedule step: the learning rate does not depend on the number of epochs\nthe patience of early stopping counts from here on',
  );
  expect(eventText({ ...event, after: 12, to: 12 })?.text).toBe(
    'the run ends after 12 epochs instead of 30',
  );
});

test('findings that are notes and events of progress bars have no text', () => {
  const finding = { kind: 'duplicates', sentence: 's', classes: [], files: [] } as const;
  expect(eventText({ type: 'finding', finding: { ...finding, severity: 'note' } })).toBeUndefined();
  expect(eventText({ type: 'finding', finding: { ...finding, severity: 'problem' } })).toEqual({
    level: 'warning',
    text: 's',
  });
  expect(eventText({ type: 'task-end', task: 'draw' })).toBeUndefined();
});
