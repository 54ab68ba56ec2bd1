import { expect, test } from 'vitest';
import { METRICS } from '../../test/finished-run.ts';
import { extensionOf } from './extension-of.ts';

const [first] = METRICS;
const position = { epoch: 3, done: 0, history: [first!, first!, first!] };
const earlyStopping = { patience: 2, minDelta: 0, monitor: 'validationLoss' } as const;

test('another number of epochs is a change after the finished epochs', () => {
  const change = { after: 3, from: 3, to: 5 };
  expect(extensionOf(position, { planned: 3, epochs: 5 })).toEqual(change);
  expect(extensionOf({ ...position, done: 1 }, { planned: 9, epochs: 4 })).toEqual({
    after: 3,
    from: 9,
    to: 4,
  });
  expect(extensionOf(position, { planned: 9, epochs: 3 })).toMatchObject({ to: 3 });
});

test('the number of the run is no change, unless the run has stopped early', () => {
  expect(extensionOf(position, { planned: 9, epochs: 9 })).toBeUndefined();
  const stopped = { planned: 9, epochs: 9, earlyStopping };
  expect(extensionOf(position, stopped)).toEqual({ after: 3, from: 9, to: 9 });
  expect(extensionOf(position, { ...stopped, patienceFrom: 2 })).toBeUndefined();
  expect(extensionOf(position, { ...stopped, planned: 3, epochs: 3 })).toBeUndefined();
});

test.each([
  [0, 2, 'epochs must be at least 3, the number of epochs that the run has done; received 2'],
  [1, 3, 'epochs must be at least 4, the number of epochs that the run has begun; received 3'],
])('with %i steps after the third epoch, %i epochs are too few', (done, epochs, message) => {
  const own = { ...position, done };
  expect(() => extensionOf(own, { planned: 9, epochs })).toThrow(message);
});

test('a training in stages has stopped early only in its last stage', () => {
  const inStages = (stages: readonly number[]) => {
    const history = stages.map((stage) => ({ ...first!, stage }));
    return { epoch: stages.length, done: 0, history };
  };
  const options = { planned: 9, epochs: 9, earlyStopping, stages: [{ epochs: 4 }, { epochs: 5 }] };
  expect(extensionOf(inStages([1, 1, 1]), options)).toBeUndefined();
  expect(extensionOf(inStages([1, 1, 1, 2]), options)).toBeUndefined();
  const stopped = inStages([1, 1, 1, 2, 2, 2]);
  expect(extensionOf(stopped, options)).toEqual({ after: 6, from: 9, to: 9 });
  expect(extensionOf(stopped, { ...options, patienceFrom: 5 })).toBeUndefined();
});
