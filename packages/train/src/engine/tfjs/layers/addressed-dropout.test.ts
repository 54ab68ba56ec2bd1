import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { drawMask } from '../../dropout/draw-mask.ts';
import { onBackend } from '../backend/on-backend.ts';
import { startBackend } from '../backend/start-backend.ts';
import { AddressedDropout } from './addressed-dropout.ts';

beforeAll(() => startBackend('cpu', { threads: 1 }));

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8];

interface Options {
  readonly rate?: number;
  readonly trainable?: boolean;
  readonly address?: AddressedDropout['address'];
}

function dropped({ address, rate = 0.5, trainable = true }: Options, training?: boolean): number[] {
  return onBackend('cpu', () => {
    const layer = new AddressedDropout({ name: 'drop', rate, trainable });
    if (address !== undefined) layer.address = address;
    const options = training === undefined ? {} : { training };
    const output = layer.apply(tensor(NUMBERS, [2, 4]), options) as Tensor; // concrete in, concrete out
    expect(output.shape).toEqual([2, 4]);
    return [...output.dataSync()];
  });
}

/** The numbers times the mask that belongs to a seed and a step. */
function masked(seed: number, step: number): number[] {
  const mask = new Float32Array(NUMBERS.length);
  drawMask(mask, { seed, step, layer: 'drop', rate: 0.5 });
  return NUMBERS.map((value, at) => value * mask[at]!);
}

test('multiplies by the mask of seed, layer and step in training', () => {
  expect(dropped({}, true)).toEqual(masked(0, 0));
  expect(dropped({ address: { seed: 3, step: 7 } }, true)).toEqual(masked(3, 7));
  expect(masked(3, 7)).not.toEqual(masked(0, 0));
});

test('is active in training also where it is not trainable', () => {
  expect(dropped({ trainable: false }, true)).toEqual(masked(0, 0));
});

test('passes its input on outside training, and with a rate of 0', () => {
  expect(dropped({}, false)).toEqual(NUMBERS);
  expect(dropped({})).toEqual(NUMBERS);
  expect(dropped({ rate: 0 }, true)).toEqual(NUMBERS);
});
