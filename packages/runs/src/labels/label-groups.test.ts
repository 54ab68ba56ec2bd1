import { samplesFrom } from '@sprout/core';
import { expect, test } from 'vitest';
import { labelGroups } from './label-groups.ts';

const ids = ['a/1', 'a/2', 'b/1', 'b/2', 'b/3'];
const samples = samplesFrom(ids.map((id) => ({ id, path: `photos/${id}`, label: 0 })));
const own = (id: string): string => id;

test('each image is a group of its own, numbered by its first image', () => {
  expect(labelGroups(samples, { nameOf: own, duplicates: [] })).toEqual([0, 1, 2, 3, 4]);
});

test('images of one name are in one group', () => {
  const nameOf = (id: string): string => id.slice(2);
  expect(labelGroups(samples, { nameOf, duplicates: [] })).toEqual([0, 1, 0, 1, 4]);
});

test('duplicates join their groups, also across several pairs', () => {
  const nameOf = (id: string): string => (id === 'b/3' ? 'a/1' : id);
  const duplicates = [{ ids: ['a/2', 'b/2'] }, { ids: ['b/2', 'b/3'] }];
  expect(labelGroups(samples, { nameOf, duplicates })).toEqual([0, 0, 2, 0, 0]);
});

test('duplicates outside of the samples, such as bad images, are ignored', () => {
  const duplicates = [{ ids: ['b/1', 'gone/9'] }];
  expect(labelGroups(samples, { nameOf: own, duplicates })).toEqual([0, 1, 2, 3, 4]);
});
