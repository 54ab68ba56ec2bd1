import type { TrainingPosition } from '@sprout/core';
import { expect, test } from 'vitest';
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from './checkpoint.ts';

const position: TrainingPosition = {
  epoch: 1,
  done: 2,
  sums: { loss: 0.1 + 0.2, correct: 3, count: 8 },
  history: [],
};
const checkpoint: Checkpoint = {
  identity: 'abc',
  position,
  state: {
    weights: [{ name: 'dense/kernel', shape: [1, 2], data: Float32Array.of(1, 2) }],
    optimiser: [{ name: 'dense/kernel/m', shape: [1, 2], data: Float32Array.of(0.5, 0.25) }],
  },
};

test('a checkpoint is decoded exactly as it was encoded', async () => {
  expect(await decodeCheckpoint(await encodeCheckpoint(checkpoint), 'x')).toEqual(checkpoint);
});

test('metrics that are not finite are kept, as those of epochs without validation', async () => {
  const metrics = {
    epoch: 1,
    step: 3,
    loss: 0.5,
    accuracy: 1,
    validationLoss: NaN,
    validationAccuracy: NaN,
    learningRate: 0.1,
    imagesPerSecond: Infinity,
    dataWait: 0,
    seconds: 1,
  };
  const after = { ...checkpoint, position: { ...position, history: [metrics] } };
  expect(await decodeCheckpoint(await encodeCheckpoint(after), 'x')).toEqual(after);
});

test('a checkpoint with any byte changed is refused', async () => {
  const bytes = await encodeCheckpoint(checkpoint);
  for (let at = 0; at < bytes.length; at++) {
    const damaged = bytes.slice();
    damaged[at]! ^= 1;
    if (onlyPadding(bytes, at)) continue;
    await expect(decodeCheckpoint(damaged, 'last'), `byte ${at}`).rejects.toThrow(
      /last is damaged/,
    );
  }
});

/** Whether a byte is padding of the header: JSON allows any white space there, so a change of it is no damage. */
function onlyPadding(bytes: Uint8Array, at: number): boolean {
  const header = 8 + Number(new DataView(bytes.buffer).getBigUint64(0, true));
  return at >= 8 && at < header && bytes.subarray(at, header).every((byte) => byte === 0x20);
}
