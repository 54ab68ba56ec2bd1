import { expect, test } from 'vitest';
import { torchvision } from '../../fixtures/torchvision.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { augMix } from './aug-mix.ts';

const spec = { op: 'aug-mix' };

test.each(torchvision['aug-mix'])(
  'every pixel is that of torchvision’s mixture',
  ({ data, ...numbers }) => {
    const result = applyOp({ ...spec, colour: torchvision.fill }, image, numbers);
    expect(result).toEqual({ ...image, data });
  },
);

test('draws weights with the sum 1, and chains of the given depth', () => {
  const { draw } = setUpOps([{ ...spec, chains: 4, depth: [2, 3], severity: 1 }]);
  for (let seed = 0; seed < 50; seed++) {
    const { weight, chains } = draw(seed)[0]!.numbers as {
      weight: number;
      chains: { weight: number; ops: { op: string; magnitude: number }[] }[];
    }; // one op, as it draws them
    const sum = chains.reduce((total, chain) => total + chain.weight, weight);
    expect(sum).toBeCloseTo(1, 12);
    expect(chains.length).toBe(4);
    expect(chains.every(({ ops }) => ops.length === 2 || ops.length === 3)).toBe(true);
    const angles = chains.flatMap(({ ops }) => ops.filter(({ op }) => op === 'rotate'));
    expect(angles.every(({ magnitude }) => magnitude === 0)).toBe(true);
  }
});

test('without colours, it draws none of the ops on colours', () => {
  const { draw } = setUpOps([{ ...spec, colours: false }]);
  const drawn = JSON.stringify(Array.from({ length: 100 }, (_, seed) => draw(seed)));
  expect(drawn).toContain('"rotate"');
  expect(drawn).not.toMatch(/"(brightness|saturation|contrast|sharpness)"/);
});

test.each([
  [{ severity: 11 }, 'severity'],
  [{ chains: 0 }, 'chains'],
  [{ depth: [3, 1] }, 'depth'],
  [{ alpha: 0 }, 'alpha'],
  [{ alpha: Number.NaN }, 'alpha'],
  [{ colours: 'yes' }, 'colours'],
])('refuses %j and names the field', (fields, field) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(field);
});

test('images of any size keep it', () => {
  expect(wrongSizes(spec)).toEqual([]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(augMix, spec, numbered(3, 4))).toEqual([]);
});
