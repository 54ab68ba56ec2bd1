import { afterEach, expect, test, vi } from 'vitest';
import * as ending from '../process/end-at-once.ts';
import { Interrupted } from './interrupted.ts';
import { onInterrupt } from './on-interrupt.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

afterEach(() => {
  vi.restoreAllMocks();
});

test.each(SIGNALS)('%s aborts the signal, with a note', (name) => {
  const notes: string[] = [];
  using interrupt = onInterrupt((text) => void notes.push(text));
  expect(interrupt.signal.aborted).toBe(false);
  process.emit(name);
  expect(interrupt.signal.reason).toEqual(new Interrupted('stopped'));
  expect(notes).toEqual([
    'stops after the running step, which may take some seconds; again to stop at once',
  ]);
});

test('the second signal ends the process, also if it is another one', () => {
  const end = vi.spyOn(ending, 'endAtOnce').mockImplementation(() => undefined as never);
  using _ = onInterrupt(() => undefined);
  process.emit('SIGINT');
  expect(end).not.toHaveBeenCalled();
  process.emit('SIGTERM');
  expect(end).toHaveBeenCalledTimes(1);
});

test('after it is disposed of, no listener is left', () => {
  const counts = () => SIGNALS.map((name) => process.listenerCount(name));
  const before = counts();
  const interrupt = onInterrupt(() => undefined);
  expect(counts()).toEqual(before.map((count) => count + 1));
  interrupt[Symbol.dispose]();
  expect(counts()).toEqual(before);
});
