import type { DuplicateGroup } from '@sprout/core';
import { expect, test } from 'vitest';
import { shownDuplicates } from './shown-duplicates.ts';

const group: DuplicateGroup = { kind: 'near', ids: ['a'], classes: ['x'], acrossSplit: false };

test('groups across the split are first, then those across classes', () => {
  const groups = [group, { ...group, classes: ['x', 'y'] }, { ...group, acrossSplit: true }];
  expect(shownDuplicates(groups)).toEqual([
    { ...groups[2], more: 0 },
    { ...groups[1], more: 0 },
    { ...groups[0], more: 0 },
  ]);
});

test('there is a limit of groups and of ids', () => {
  const ids = Array.from({ length: 15 }, (_, at) => String(at));
  const shown = shownDuplicates(Array.from({ length: 60 }, () => ({ ...group, ids })));
  expect(shown).toHaveLength(50);
  expect(shown[0]).toMatchObject({ ids: ids.slice(0, 12), more: 3 });
});
