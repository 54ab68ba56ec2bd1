import { MessageChannel } from 'node:worker_threads';
import { expose, wrap } from 'comlink';
import { expect, onTestFinished, test } from 'vitest';
import { nodeEndpoint } from './node-endpoint.ts';

test('comlink calls a function over a message port of Node', async () => {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  expose({ double: (value: number) => 2 * value }, nodeEndpoint(port1));
  const remote = wrap<{ double(value: number): number }>(nodeEndpoint(port2));
  expect(await remote.double(21)).toBe(42);
});
