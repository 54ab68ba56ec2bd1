import { expect, test } from 'vitest';
import type { DuplicateGroup } from '../report/health-report.ts';
import { duplicateFindings } from './duplicate-findings.ts';

const group = (change: Partial<DuplicateGroup>): DuplicateGroup => ({
  kind: 'same-file',
  ids: ['a/1.png', 'a/2.png'],
  classes: ['a'],
  acrossSplit: false,
  ...change,
});

const severities = (...groups: DuplicateGroup[]) =>
  duplicateFindings(groups).map(({ severity, kind }) => `${severity} ${kind}`);

test('no groups, no findings', () => {
  expect(duplicateFindings([])).toEqual([]);
});

test('exact copies are worse than near ones', () => {
  expect(severities(group({ classes: ['a', 'b'] }))).toEqual(['problem class-conflict']);
  expect(severities(group({ classes: ['a', 'b'], kind: 'near' }))).toEqual([
    'warning class-conflict',
  ]);
  expect(severities(group({ acrossSplit: true, kind: 'same-pixels' }))).toEqual([
    'problem split-leak',
  ]);
  expect(severities(group({ acrossSplit: true, kind: 'near' }))).toEqual(['warning split-leak']);
  expect(severities(group({}))).toEqual(['note duplicates']);
});

test('a group is reported once, a conflict before a leak', () => {
  expect(severities(group({ classes: ['a', 'b'], acrossSplit: true }))).toEqual([
    'problem class-conflict',
  ]);
});

test('groups of a kind are counted in one sentence, which lists all their files', () => {
  const [finding] = duplicateFindings([
    group({}),
    group({ ids: ['b/1.png', 'b/2.png'], classes: ['b'] }),
  ]);
  expect(finding?.sentence).toContain('(2 groups): a/1.png = a/2.png, b/1.png = b/2.png. ');
  expect(finding?.files).toEqual(['a/1.png', 'a/2.png', 'b/1.png', 'b/2.png']);
  expect(finding?.classes).toEqual(['a', 'b']);
});
