import type { Endpoint } from 'comlink';

/** The end of a channel between two processes: a child process, or `process` itself in a child process. */
export interface ProcessChannel {
  send?(message: object): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  off(event: 'message', listener: (message: unknown) => void): unknown;
}

/**
 * Adapts the channel between a process and its child to a comlink endpoint. The child must be started with the `advanced`
 * serialization, so that typed arrays keep their type. Messages are copied: nothing can be transferred, and no functions or proxies
 * can be passed.
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
