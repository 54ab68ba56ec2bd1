import type { MessagePort, Worker } from 'node:worker_threads';
import type { Endpoint } from 'comlink';
// @ts-expect-error comlink 4.4.2 ships no declarations for the .mjs path (only node-adapter.d.ts beside it)
import adapter from 'comlink/dist/esm/node-adapter.mjs';

/** Adapts a worker or a message port of Node to a comlink endpoint. */
export const nodeEndpoint = adapter as (port: Worker | MessagePort) => Endpoint;
