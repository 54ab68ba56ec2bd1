import { EventEmitter } from 'node:events';
import { expose, wrap } from 'comlink';
import { expect, test } from 'vitest';
import { processEndpoint } from './process-endpoint.ts';

/** The two ends of a channel, as a process and its child have them. */
function channel() {
  const ends = [new EventEmitter(), new EventEmitter()] as const;
  const withSend = (own: EventEmitter, other: EventEmitter) =>
    Object.assign(own, {
      send: (message: unknown) => setImmediate(() => other.emit('message', message)),
    });
  return [withSend(ends[0], ends[1]), withSend(ends[1], ends[0])] as const;
}

test('comlink calls a function over a channel between processes', async () => {
  const [parent, child] = channel();
  expose({ double: (value: number) => 2 * value }, processEndpoint(child));
  const remote = wrap<{ double(value: number): number }>(processEndpoint(parent));
  expect(await Promise.all([remote.double(21), remote.double(4)])).toEqual([42, 8]);
});

test('a removed listener is not called', () => {
  const [parent] = channel();
  const endpoint = processEndpoint(parent);
  const received: unknown[] = [];
  const listener = (event: Event): void => void received.push((event as MessageEvent).data);
  endpoint.addEventListener('message', listener);
  parent.emit('message', 1);
  endpoint.removeEventListener('message', listener);
  endpoint.removeEventListener('message', listener);
  parent.emit('message', 2);
  expect(received).toEqual([1]);
});
