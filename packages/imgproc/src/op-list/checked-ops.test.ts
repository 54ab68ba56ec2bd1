import { canonicalJson } from '@sprout/core';
import { expect, test } from 'vitest';
import { augmentationOps, recipeOps } from '../../test/all-ops.ts';
import { checkOps, resolvedOf } from './checked-ops.ts';

const recipe = { kind: 'recipe', table: recipeOps } as const;
const augmentation = { kind: 'augmentation', table: augmentationOps } as const;

test('a checked list is returned as it is', () => {
  const checked = checkOps([{ op: 'median', size: 3 }], recipe);
  expect(checkOps(checked, recipe)).toBe(checked);
  expect(checkOps([...checked], recipe)).not.toBe(checked);
  expect(checkOps([...checked], recipe)).toEqual(checked);
});

test('a checked recipe is checked again as an augmentation', () => {
  const checked = checkOps([{ op: 'median', size: 3 }], recipe);
  expect(() => checkOps(checked, augmentation)).toThrow('Unknown augmentation op "median"');
});

test('a checked list cannot be changed, nor its specs and the lists in them', () => {
  const [spec] = checkOps([{ op: 'sometimes', ops: [{ op: 'rotate' }] }], augmentation);
  expect(Object.isFrozen(checkOps([], augmentation))).toBe(true);
  expect(Object.isFrozen(spec)).toBe(true);
  expect(spec).toMatchObject({ ops: [{ op: 'rotate' }] });
  expect(Object.isFrozen(spec?.['ops'])).toBe(true);
});

test('JSON and a structured clone contain only the specs', () => {
  const checked = checkOps([{ op: 'median', size: 3 }], recipe);
  const plain = [{ op: 'median', size: 3 }];
  expect(JSON.stringify(checked)).toBe(JSON.stringify(plain));
  expect(canonicalJson(checked)).toBe(canonicalJson(plain));
  expect(structuredClone(checked)).toStrictEqual(plain);
});

test('has the ops of its specs and of the lists in them', () => {
  const checked = checkOps([{ op: 'sometimes', ops: [{ op: 'rotate' }] }], augmentation);
  const [sometimes] = resolvedOf(checked);
  expect(sometimes?.op.name).toBe('sometimes');
  expect(sometimes?.lists.get('ops')?.map(({ op }) => op.name)).toEqual(['rotate']);
});
