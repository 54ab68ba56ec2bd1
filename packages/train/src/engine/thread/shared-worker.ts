import { nodeEndpoint, workerEntry } from '@sprout/core';
import * as Comlink from 'comlink';
import { Worker } from 'node:worker_threads';
import type { EngineService } from './engine-service.ts';
import { failWith } from './fail-with.ts';

/** The worker that engines run in. Lets the process end while no one holds it. */
export interface SharedWorker {
  readonly service: Comlink.Remote<EngineService>;
  /** Waits for an answer of the service, and fails when the worker does. */
  readonly whileAlive: <T>(answer: Promise<T>) => Promise<T>;
  readonly hold: () => void;
  readonly release: () => void;
}

let running: SharedWorker | undefined;

/**
 * The one worker for all engines of the process; it stays when their sessions are closed. onnxruntime-node 1.16.3 loads into
 * one thread of a process, and only once: in a second one it fails, or spoils memory.
 */
export function sharedWorker(): SharedWorker {
  running ??= start();
  return running;
}

function start(): SharedWorker {
  const worker = new Worker(workerEntry('./engine-worker', import.meta.url));
  const service = Comlink.wrap<EngineService>(nodeEndpoint(worker));
  const whileAlive = failWith(worker);
  worker.once('exit', () => (running = undefined));
  worker.unref();
  let holders = 0;
  return {
    service,
    whileAlive,
    hold: () => {
      if (holders++ === 0) worker.ref();
    },
    release: () => {
      if (--holders === 0) worker.unref();
    },
  };
}
