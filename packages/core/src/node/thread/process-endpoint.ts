import type { Endpoint } from 'comlink';

/** One end of the channel between a process and its child: a `ChildProcess` in the parent, `process` in the child. */
export interface ProcessChannel {
  send?(message: object): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  off(event: 'message', listener: (message: unknown) => void): unknown;
}

/**
 * Adapts the channel between a process and its child to a comlink endpoint. The child must be started with the `advanced`
 * serialization, which keeps the types of typed arrays. Messages are copied. Transferred objects, functions and proxies are not supported.
 */
export function processEndpoint(channel: ProcessChannel): Endpoint {
  const adapted = new Map<unknown, (message: unknown) => void>();
  return {
    postMessage: (message: object) => void channel.send?.(message),
    addEventListener: (_, listener) => {
      const adapter = (data: unknown): void => {
        const event = { data } as MessageEvent;
        if ('handleEvent' in listener) listener.handleEvent(event);
        else listener(event);
      };
      adapted.set(listener, adapter);
      channel.on('message', adapter);
    },
    removeEventListener: (_, listener) => {
      const adapter = adapted.get(listener);
      if (adapter !== undefined) channel.off('message', adapter);
      adapted.delete(listener);
    },
  };
}
