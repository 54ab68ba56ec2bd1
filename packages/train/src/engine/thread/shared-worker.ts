import { fromErrorData, nodeEndpoint, workerEntry } from '@sprout/core';
import * as Comlink from 'comlink';
import { Worker } from 'node:worker_threads';
import type { Answer, EngineService } from './engine-service.ts';
import { engineLost, failWith } from './fail-with.ts';

/** The worker that engines run in. It does not keep the process alive unless it is held. */
export interface SharedWorker {
  readonly service: Comlink.Remote<EngineService>;
  /** Waits for an answer of the service. Throws the error of the answer, or of the worker where the worker fails. */
  readonly ask: <T>(answer: Promise<Answer<T>>) => Promise<T>;
  /** Keeps the process alive until `release` has been called as often as `hold`. */
  readonly hold: () => void;
  readonly release: () => void;
  /**
   * Ends the worker, which does not answer, if it is held once: all its calls reject. A worker that is held more often goes on
   * for the others. A thread inside native code ends when it leaves that code.
   */
  readonly giveUp: () => void;
}

let running: SharedWorker | undefined;

/**
 * The worker for all engines of the process; starts it at the first call. It keeps running after all models are closed, so that the
 * next model opens sooner.
 */
export function sharedWorker(): SharedWorker {
  running ??= start();
  return running;
}

function start(): SharedWorker {
  const worker = new Worker(workerEntry('./engine-worker', import.meta.url));
  const service = Comlink.wrap<EngineService>(nodeEndpoint(worker));
  const givenUp = new AbortController();
  const whileAlive = failWith(worker, givenUp.signal);
  worker.once('exit', forget);
  worker.unref();
  let holders = 0;
  const shared: SharedWorker = {
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
    giveUp: () => {
      if (holders !== 1) return;
      forget();
      givenUp.abort(engineLost('it did not answer'));
      void worker.terminate(); // not awaited: native code is not interrupted
    },
  };
  return shared;

  /** A later call starts another worker. */
  function forget(): void {
    if (running === shared) running = undefined;
  }
}
