import type { Finding } from '@sprout/core';
import { expect, test } from 'vitest';
import type { RunEvent } from '../event/run-event.ts';
import type { OpenedImages } from '../images/open-images.ts';
import { emitHealth } from './training-events.ts';

function finding(kind: Finding['kind'], ...files: string[]): Finding {
  return { severity: 'warning', kind, sentence: kind, classes: [], files };
}

/** The kinds of the emitted findings, of images of which `a` is left out. */
function emitted(...findings: Finding[]): unknown[] {
  const events: RunEvent[] = [];
  const bad = [{ id: 'a', reason: 'it is empty' }];
  const images = { health: { findings }, bad } as unknown as OpenedImages; // the fields that are read
  emitHealth(images, { emit: (event) => events.push(event) });
  return events.map((event) => event.type === 'finding' && event.finding.kind);
}

test('images that are left out are no finding', () => {
  expect(emitted(finding('unreadable', 'a'), finding('odd-file', 'a'))).toEqual(['odd-file']);
});

test('an image that cannot be examined, but was prepared, is a finding', () => {
  expect(emitted(finding('unreadable', 'a', 'b'))).toEqual(['unreadable']);
});
