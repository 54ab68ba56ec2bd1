import { expect, test } from 'vitest';
import { eventText } from './event-text.ts';
import { plannedStagesText } from './stage-text.ts';

test('a plan lists the stages in one line', () => {
  const stages = [
    { trainable: 'head', epochs: 1, learningRate: 0.01 },
    { trainable: 'from:block5_conv1', epochs: 4, learningRate: 0.001 },
    { trainable: 'all', epochs: 9, learningRate: 0.0001 },
  ];
  expect(plannedStagesText(stages)).toBe(
    'stages: the head for 1 epoch at 0.01, then the layers from block5_conv1 for 4 epochs at 0.001, then all layers for 9 epochs at 0.0001',
  );
});

test('a stage says when it begins', () => {
  const stage = { type: 'stage-started', stages: 2, learningRate: 0.01 } as const;
  const first = eventText({ ...stage, number: 1, first: 1, last: 1, trainable: 'head' });
  expect(first?.text).toBe('stage 1 of 2, epoch 1: trains the head at 0.01');
  const second = eventText({ ...stage, number: 2, first: 2, last: 9, trainable: 'all' });
  expect(second?.text).toBe('stage 2 of 2, epochs 2 to 9: trains all layers at 0.01');
});
