import { fork } from 'node:child_process';
import {
  fromErrorData,
  processEndpoint,
  type Sample,
  SproutError,
  workerEntry,
} from '@sprout/core';
import * as Comlink from 'comlink';
import type { FilePrediction } from '../predict-chunk.ts';
import type { PredictionService, PredictionServiceOptions, Reply } from './prediction-service.ts';

/** Processes that predict files. */
export interface PredictionProcesses extends AsyncDisposable {
  /** Prepares and predicts some files in the process that has the fewest chunks in progress. */
  predict(chosen: readonly Sample[]): Promise<readonly FilePrediction[]>;
}

/**
 * Starts processes that have the model open, each with its own engine and a thread that prepares images. The threads of one session
 * of onnxruntime wait for each other by spinning, so several sessions with fewer threads each predict more images on the same cores.
 *
 * @param count The number of processes, at least 1.
 * @returns The processes, which the caller disposes of.
 * @throws {SproutError} As `openModel`; `worker-lost` if a process ended, also from `predict`.
 */
export async function startPredictionProcesses(
  count: number,
  options: PredictionServiceOptions,
  entry = workerEntry('./prediction-process', import.meta.url),
): Promise<PredictionProcesses> {
  const processes = Array.from({ length: count }, () => startProcess(entry));
  const end = async (): Promise<void> => {
    await Promise.all(processes.map((each) => each.end()));
  };
  try {
    await Promise.all(processes.map(({ ask, service }) => ask(service.open(options))));
  } catch (error) {
    await end();
    throw error;
  }
  return {
    predict: async (chosen) => {
      const least = processes.reduce((best, each) => (each.busy < best.busy ? each : best));
      least.busy++;
      try {
        return await least.ask(least.service.predict(chosen));
      } finally {
        least.busy--;
      }
    },
    [Symbol.asyncDispose]: end,
  };
}

interface PredictionProcess {
  readonly service: Comlink.Remote<PredictionService>;
  /** Waits for a reply. Throws the error of the reply, or `worker-lost` once the process has ended. */
  readonly ask: <T>(reply: Promise<Reply<T>>) => Promise<T>;
  readonly end: () => Promise<void>;
  /** The number of chunks in progress. */
  busy: number;
}

function startProcess(entry: string): PredictionProcess {
  const child = fork(entry, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Set<(reason: Error) => void>();
  let lost: Error | undefined;
  const lose = (reason: string, cause?: Error): void => {
    lost ??= new SproutError('worker-lost', { task: 'predictions', reason }, { cause });
    for (const reject of waiting) reject(lost);
  };
  child.once('error', (error) => lose(error.message, error));
  const exited = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      lose(signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`);
      resolve();
    });
  });
  return {
    service: Comlink.wrap<PredictionService>(processEndpoint(child)),
    ask: async (reply) => {
      let stopWaiting: (reason: Error) => void = () => undefined;
      const ended = new Promise<never>((_, reject) => waiting.add((stopWaiting = reject)));
      try {
        if (lost !== undefined) throw lost;
        const answer = await Promise.race([reply, ended]);
        if ('error' in answer) throw fromErrorData(answer.error);
        return answer.value;
      } finally {
        waiting.delete(stopWaiting);
        ended.catch(() => undefined);
      }
    },
    end: async () => {
      if (child.kill()) await exited;
    },
    busy: 0,
  };
}
