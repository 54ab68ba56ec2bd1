import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkInTurn } from '../op-contract/check-inner.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawnOp } from '../op-contract/drawn-op.ts';
import { opList } from '../op-contract/op-list.ts';
import { augmentationOps, recipeOps } from '../ops/index.ts';
import { drawOps } from './draw-ops.ts';
import { drawnFaultOf } from './drawn-fault-of.ts';
import { parseOps } from './parse-ops.ts';
import { resolveOps } from './resolve-ops.ts';

/** Applies its ops in turn. */
const group = defineOp({
  schema: z.strictObject({ op: z.literal('group'), ops: opList() }),
  lists: ['ops'],
  numbers: z.strictObject({ all: z.array(drawnOp).readonly() }),
  draw: (_spec, _rng, within) => ({ all: within('ops').map((draw) => draw()) }),
  checkDrawn: ({ all }, within) => checkInTurn(within('ops'), all, { op: 'group', field: 'all' }),
  setUp: () => ({ apply: (source) => source }),
});

const table = [group, ...augmentationOps, ...recipeOps];

function resolved(spec: object) {
  const [op] = resolveOps(parseOps([spec], { kind: 'augmentation', table }), table);
  return op!; // of one spec
}

const rotate = { op: 'rotate', degrees: [-10, 10] };
const numbers = { degrees: 3, border: 'nearest' };

test.each([
  ['fit', { op: 'rotate', numbers }, undefined],
  [
    'are on the end of the interval',
    { op: 'rotate', numbers: { ...numbers, degrees: -10 } },
    undefined,
  ],
  [
    'are outside of the interval',
    { op: 'rotate', numbers: { ...numbers, degrees: 11 } },
    {
      op: 'rotate',
      field: 'degrees',
      reason: '11 is outside of the interval from -10 to 10 of the augmentation',
    },
  ],
  [
    'have another type',
    { op: 'rotate', numbers: { ...numbers, degrees: '3' } },
    { op: 'rotate', field: 'degrees', reason: 'invalid input: expected number, received string' },
  ],
  [
    'lack a field',
    { op: 'rotate', numbers: { border: 'nearest' } },
    {
      op: 'rotate',
      field: 'degrees',
      reason: 'invalid input: expected number, received undefined',
    },
  ],
  [
    'have a field too many',
    { op: 'rotate', numbers: { ...numbers, radians: 1 } },
    { op: 'rotate', field: 'radians', reason: 'there is no such field' },
  ],
  [
    'are missing',
    { op: 'rotate' },
    { op: 'rotate', reason: 'invalid input: expected object, received undefined' },
  ],
  [
    'are those of another op',
    { op: 'affine', numbers },
    { op: 'rotate', reason: 'the numbers are those of the op affine' },
  ],
  [
    'are no drawn op',
    3,
    { op: 'rotate', reason: 'it must have the name of the op and its numbers' },
  ],
])('numbers that %s', (_, drawn, fault) => {
  expect(drawnFaultOf(resolved(rotate), drawn)).toEqual(fault);
});

test('an op that draws nothing has no numbers', () => {
  const resize = resolved({ op: 'resize', height: 2, width: 2 });
  expect(drawnFaultOf(resize, { op: 'resize' })).toBeUndefined();
  expect(drawnFaultOf(resize, { op: 'resize', numbers: {} })).toMatchObject({ op: 'resize' });
});

test('the numbers of ops in lists are checked too', () => {
  const nested = resolved({ op: 'group', ops: [{ op: 'group', ops: [rotate] }] });
  const drawn = (inner: object) => ({
    op: 'group',
    numbers: { all: [{ op: 'group', numbers: { all: [{ op: 'rotate', numbers: inner }] } }] },
  });
  expect(drawnFaultOf(nested, drawn(numbers))).toBeUndefined();
  expect(drawnFaultOf(nested, drawn({ ...numbers, degrees: 99 }))).toMatchObject({
    op: 'rotate',
    field: 'degrees',
  });
  expect(drawnFaultOf(nested, { op: 'group', numbers: { all: [] } })).toEqual({
    op: 'group',
    field: 'all',
    reason: 'it has 0 ops where the list has 1',
  });
});

/** Specs of the ops whose schema needs more than a name: a list of ops, for example. */
const specOf = (name: string, lists: readonly string[]): object => ({
  op: name,
  ...Object.fromEntries(
    lists.map((field) => [field, [{ op: 'flip-horizontal' }, { op: 'rotate' }]]),
  ),
});

test.each(augmentationOps.map((op) => [op.name, op] as const))(
  '%s accepts the numbers that it draws, as JSON',
  (name, op) => {
    const spec = specOf(name, op.lists);
    if (!op.schema.safeParse(spec).success) return; // it needs options that only its own test knows
    const ops = [resolved(spec)];
    for (let seed = 0; seed < 50; seed++) {
      const [drawn] = drawOps(ops, { seed, path: ['test'] });
      expect(drawnFaultOf(ops[0]!, JSON.parse(JSON.stringify(drawn)))).toBeUndefined();
    }
  },
);

test('every op with lists checks the numbers of the ops in them', () => {
  const namesOf = (ops: readonly { readonly name: string }[]) => ops.map(({ name }) => name);
  const listing = augmentationOps.filter(({ lists }) => lists.length > 0);
  expect(namesOf(listing.filter((op) => 'checkDrawn' in op))).toEqual(namesOf(listing));
});

const flip = { op: 'flip-vertical' };
const ops = [flip, rotate];
const [up, turned] = [
  { op: 'flip-vertical', numbers: { flip: true } },
  { op: 'rotate', numbers },
];

test.each([
  ['sequence', { drawn: [up, turned] }, { drawn: [turned, up] }],
  ['sometimes', { drawn: null }, { drawn: [up] }],
  ['one-of', { chosen: 1, drawn: turned }, { chosen: 2, drawn: turned }],
  ['some-of', { chosen: [1], drawn: [turned] }, { chosen: [0], drawn: [turned] }],
  ['random-order', { order: [1, 0], drawn: [up, turned] }, { order: [1, 1], drawn: [up, turned] }],
  ['fuse', { border: 'nearest', drawn: [up, turned] }, { border: 'nearest', drawn: [up] }],
])('%s checks the drawn ops in its numbers', (op, good, bad) => {
  expect(drawnFaultOf(resolved({ op, ops }), { op, numbers: good })).toBeUndefined();
  expect(drawnFaultOf(resolved({ op, ops }), { op, numbers: bad })).toBeDefined();
});

test.each([90, 270])('%d fits a list of two angles in falling order', (degrees) => {
  const turn = resolved({ op: 'quarter-turn', degrees: [270, 90] });
  expect(drawnFaultOf(turn, { op: 'quarter-turn', numbers: { degrees } })).toBeUndefined();
});

const place = { down: 0.5, right: 0.5 };
const drops = { amount: 0.5, slant: 0, length: 0.125, colour: 200, brightness: 0.7, key: [1, 2] };
const box = { ...place, height: 0.5, width: 0.5, colour: [0, 0, 0] };
const black = [0, 0, 0];
const tries = [{ area: 0.5, ratio: 1 }];
const white = [255, 255, 255];
const light = { ...place, radius: 0.01, opacity: 0.1, colour: white };
const sun = { ...place, radius: 0.4, colour: white };
const lights = Array.from({ length: 5 }, () => light);

test.each([
  ['random-crop', place, { down: -1 }, 'down'],
  ['cutout', { ...place, size: 0.3, colour: black }, { right: 1e9 }, 'right'],
  ['coarse-dropout', { holes: [box] }, { holes: [{ ...box, width: -1 }] }, 'holes.0.width'],
  [
    'random-resized-crop',
    { ...place, tries, ratios: [0.75, 1.3] },
    { tries: [{ area: -1, ratio: 1 }] },
    'tries.0.area',
  ],
  ['rain', { ...drops, blur: 7 }, { blur: -1 }, 'blur'],
  ['rain', { ...drops, blur: 7 }, { blur: 6 }, 'blur'],
  ['median-blur', { size: 5 }, { size: 4 }, 'size'],
  ['box-blur', { size: 5 }, { size: 4 }, 'size'],
  ['fog', { intensity: 0.5, opacity: 0.1, key: [1, 2] }, { opacity: 2 }, 'opacity'],
  ['snow', { threshold: 0.2, factor: 2 }, { factor: -1 }, 'factor'],
  [
    'sun-flare',
    { ...sun, reflections: [...lights, light] },
    { reflections: [...lights, { ...light, radius: 1e9 }] },
    'reflections.5.radius',
  ],
])('%s refuses the numbers %j changed to %j', (op, good, changed, field) => {
  const ready = resolved(op === 'random-crop' ? { op, height: 1, width: 1 } : { op });
  expect(drawnFaultOf(ready, { op, numbers: good })).toBeUndefined();
  expect(drawnFaultOf(ready, { op, numbers: { ...good, ...changed } })).toMatchObject({ field });
});
