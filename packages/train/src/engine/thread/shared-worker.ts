import { fromErrorData, nodeEndpoint, workerEntry } from '@sprout/core';
import * as Comlink from 'comlink';
import { Worker } from 'node:worker_threads';
import { ENGINE_WORKER_DATA } from '../node/claim-onnxruntime.ts';
import type { Answer, EngineService } from './engine-service.ts';
import { failWith } from './fail-with.ts';

/** The worker that engines run in. The process can end while nothing holds the worker. */
export interface SharedWorker {
  readonly service: Comlink.Remote<EngineService>;
  /** Waits for an answer of the service; throws its error, or that of the worker where the worker fails. */
  readonly ask: <T>(answer: Promise<Answer<T>>) => Promise<T>;
  readonly hold: () => void;
  readonly release: () => void;
}

let running: SharedWorker | undefined;

/**
 * The one worker for all engines of the process. It stays when all models are closed, since onnxruntime cannot be loaded into
 * another one.
 */
export function sharedWorker(): SharedWorker {
  running ??= start();
  return running;
}

function start(): SharedWorker {
  const worker = new Worker(workerEntry('./engine-worker', import.meta.url), {
    workerData: ENGINE_WORKER_DATA,
  });
  const service = Comlink.wrap<EngineService>(nodeEndpoint(worker));
  const whileAlive = failWith(worker);
  worker.once('exit', () => (running = undefined));
  worker.unref();
  let holders = 0;
  return {
    service,
    ask: async <T>(answer: Promise<Answer<T>>) => {
      const { ok, ...rest } = await whileAlive(answer);
      if ('error' in rest) throw fromErrorData(rest.error);
      return rest.value;
    },
    hold: () => {
      if (holders++ === 0) worker.ref();
    },
    release: () => {
      if (--holders === 0) worker.unref();
    },
  };
}
