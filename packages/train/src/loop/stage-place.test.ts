import { describe, expect, test } from 'vitest';
import { stagePlace } from './stage-place.ts';

const STAGES = [{ epochs: 2 }, { epochs: 3 }, { epochs: 4 }];
const plan = { stages: STAGES, epochs: 9 };

/** Finished epochs with these stages, counted from 1, and losses. */
function history(stages: readonly number[], losses: readonly number[] = []) {
  return stages.map((stage, at) => {
    return { stage, validationLoss: losses[at] ?? 1, validationAccuracy: 0 };
  });
}

describe('stagePlace', () => {
  test.each([
    [[], { number: 0, start: 0, epochs: 2 }],
    [[1], { number: 0, start: 0, epochs: 2 }],
    [[1, 1], { number: 1, start: 2, epochs: 3 }],
    [[1, 1, 2, 2], { number: 1, start: 2, epochs: 3 }],
    [[1, 1, 2, 2, 2, 3], { number: 2, start: 5, epochs: 4 }],
  ])('after epochs of the stages %j is %j', (stages, place) => {
    expect(stagePlace(history(stages), plan)).toEqual(place);
  });

  test('a stage that stops early leaves its epochs to the last one', () => {
    const stopping = {
      ...plan,
      stages: [{ epochs: 5 }, { epochs: 4 }],
      earlyStopping: { patience: 2, minDelta: 0, monitor: 'validationLoss' },
    } as const;
    expect(stagePlace(history([1, 1], [1, 2]), stopping).number).toBe(0);
    const after = { number: 1, start: 3, epochs: 6 };
    expect(stagePlace(history([1, 1, 1], [1, 2, 3]), stopping)).toEqual(after);
    const losses = [1, 2, 3, 9, 9, 9]; // worse than those of the first stage
    expect(stagePlace(history([1, 1, 1, 2, 2, 2], losses), stopping)).toEqual(after);
  });

  test('a training without stages is one stage', () => {
    const epochs = history([1, 1]).map(({ stage: _, ...rest }) => rest);
    const place = { number: 0, start: 0, epochs: 9 };
    expect(stagePlace(epochs, { stages: [{ epochs: 9 }], epochs: 9 })).toEqual(place);
  });
});
