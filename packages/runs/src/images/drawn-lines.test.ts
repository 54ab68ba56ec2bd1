import { expect, test } from 'vitest';
import { drawnLines } from './drawn-lines.ts';

test('each op has a line with its numbers, short', () => {
  expect(
    drawnLines([
      { op: 'flip-horizontal', numbers: { flip: true } },
      { op: 'affine', numbers: { degrees: -12.3456, scale: 1, right: 0.0123456, border: 'wrap' } },
      {
        op: 'noise',
        numbers: { key: [3957839, 29384], amounts: [1.5, 2], many: [1.5, -2, 3, 4, 5] },
      },
      { op: 'resize' },
    ]),
  ).toEqual([
    'flip-horizontal flip yes',
    'affine degrees -12.3, scale 1, right 0.0123',
    'noise amounts 1.5 2, many -2 to 5',
    'resize',
  ]);
});

test('names, and objects in lists, are shown', () => {
  const corner = { down: 0.0123456, right: 1 };
  expect(
    drawnLines([
      { op: 'd4', numbers: { member: 'r90' } },
      { op: 'colour-jitter', numbers: { order: ['hue', 'contrast'] } },
      { op: 'perspective', numbers: { corners: [corner, corner] } },
      { op: 'grid-shuffle', numbers: { order: [8, 4, 5, 6, 3, 7, 2, 1, 0] } },
      {
        op: 'shadow',
        numbers: { shadows: [{ points: [[0, 1]], strength: 0.5, row: 1 }], spots: [] },
      },
    ]),
  ).toEqual([
    'd4 member r90',
    'colour-jitter order hue contrast',
    'perspective corners 0.0123/1 0.0123/1',
    'grid-shuffle order 8 4 5 6 3 7 2 1 0',
    'shadow shadows: 1, no spots',
  ]);
});

test('ops in an op follow it', () => {
  const blur = { op: 'blur', numbers: { sigma: 2 } };
  expect(
    drawnLines([
      {
        op: 'sometimes',
        numbers: { drawn: [blur, { op: 'one-of', numbers: { chosen: 0, drawn: blur } }] },
      },
      { op: 'sometimes', numbers: { drawn: null } },
    ]),
  ).toEqual(['sometimes', 'blur sigma 2', 'one-of', 'blur sigma 2', 'sometimes drawn none']);
});

test('the ops of a policy are found at any depth', () => {
  const chains = [{ weight: 0.5, ops: [{ op: 'posterize', magnitude: 3 }] }];
  expect(drawnLines([{ op: 'aug-mix', numbers: { weight: 0.25, chains } }])).toEqual([
    'aug-mix weight 0.25',
    'posterize magnitude 3',
  ]);
});

test('without ops there are no lines', () => {
  expect(drawnLines([])).toEqual([]);
});
