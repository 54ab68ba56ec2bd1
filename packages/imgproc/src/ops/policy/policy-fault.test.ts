import { expect, test } from 'vitest';
import { drawAugmentation } from '../../augmentation/draw-augmentation.ts';
import { drawnFault } from '../../augmentation/drawn-fault.ts';

const numbersOf = (...ops: (readonly [string, number])[]) => ({
  ops: ops.map(([op, magnitude]) => ({ op, magnitude })),
});
const chains = (...ops: (readonly [string, number])[]) => ({
  weight: 0.5,
  chains: [{ weight: 0.5, ...numbersOf(...ops) }],
});

test.each(['rand-augment', 'trivial-augment', 'aug-mix'])(
  'what %s draws fits, also after a round trip through JSON',
  (op) => {
    for (let epoch = 0; epoch < 60; epoch++) {
      const drawn = drawAugmentation([{ op }], { seed: 1, epoch, id: 'a.png' });
      expect(drawnFault([{ op }], JSON.parse(JSON.stringify(drawn)))).toBeUndefined();
    }
  },
);

test.each([
  [{ op: 'rand-augment' }, numbersOf(['rotate', 9]), 'ops', /1 ops where the policy draws 2$/],
  [
    { op: 'rand-augment' },
    numbersOf(['rotate', 9], ['rotate', 12]),
    'ops.1.magnitude',
    /^12 is not a magnitude of rotate here: it is 9, or its negative$/,
  ],
  [
    { op: 'rand-augment' },
    numbersOf(['rotate', -9], ['translate-x', 0]),
    'ops.1.op',
    /^translate-x is not an op of this policy$/,
  ],
  [
    { op: 'rand-augment', magnitude: 0 },
    numbersOf(['rotate', 0], ['equalize', 1]),
    'ops.1.magnitude',
    /^1 is not a magnitude of equalize here: it is 0$/,
  ],
  [{ op: 'trivial-augment' }, numbersOf(), 'ops', /0 ops where the policy draws 1$/],
  [
    { op: 'trivial-augment' },
    numbersOf(['solarize', -255]),
    'ops.0.magnitude',
    /^-255 is not a magnitude of solarize here: one of 31 from 255 to 0$/,
  ],
  [{ op: 'aug-mix' }, chains(['rotate', 0]), 'chains', /1 chains where the policy draws 3$/],
  [
    { op: 'aug-mix', chains: 1 },
    chains(),
    'chains.0.ops',
    /^it has 0 ops where the policy draws 1 to 3$/,
  ],
  [
    { op: 'aug-mix', chains: 1, colours: false },
    chains(['brightness', 0]),
    'chains.0.ops.0.op',
    /^brightness is not an op of this policy$/,
  ],
  [
    { op: 'aug-mix', chains: 1, severity: 1 },
    chains(['rotate', 30]),
    'chains.0.ops.0.magnitude',
    /^30 is not a magnitude of rotate here: it is 0$/,
  ],
])('%j refuses %j', (spec, numbers, field, reason) => {
  const fault = drawnFault([spec], [{ op: spec.op, numbers }]);
  expect(fault).toMatchObject({ op: spec.op, field });
  expect(fault?.reason).toMatch(reason);
});
