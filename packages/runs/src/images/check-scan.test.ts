import type { SkippedPath } from '@sprout/core';
import { expect, test } from 'vitest';
import type { RunEvent } from '../event/run-event.ts';
import { datasetOf } from '../../test/dataset-of.ts';
import { checkScan } from './check-scan.ts';

const lost: SkippedPath = { path: 'oak/link.png', reason: 'a link', unreachable: true };
const other: SkippedPath = { path: 'oak/notes.txt', reason: 'no image' };
const scan = {
  ...datasetOf({ oak: 2 }),
  skipped: [lost, other],
  warnings: [{ type: 'class-without-images', className: 'elm' }] as const,
};

test('with fail, paths that may be images are errors and count as images', () => {
  const check = () => checkScan(scan, { onBad: 'fail', emit: () => undefined });
  expect(check).toThrow(/1 of 3 images .*oak\/link.png is left out: a link/);
});

test('with skip, each such path is an event, and other files are counted', () => {
  const events: RunEvent[] = [];
  checkScan(scan, { onBad: 'skip', emit: (event) => events.push(event) });
  expect(events).toEqual([
    { type: 'path-left-out', path: 'oak/link.png', reason: 'a link' },
    { type: 'class-without-images', className: 'elm' },
    { type: 'files-passed-over', count: 1 },
  ]);
});
