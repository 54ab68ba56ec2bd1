import { workerEntry } from '@sprout/core';
import { Piscina } from 'piscina';
import { createControl, type Reply, STARTED, type Task } from '../task/task.ts';
import type { WorkerData } from '../task/worker-data.ts';
import type { TaskRunner } from './task-runner.ts';

/** The limit of a heap's young generation. Images leave little garbage; without a limit the heap grows to three times the size. */
const YOUNG_MEGABYTES = 12;
/** The number of checks of a task's progress in one time limit. */
const CHECKS = 8;

export interface WorkerRunnerOptions {
  readonly workers: number;
  /** A worker that spends longer on one image is stopped and replaced. */
  readonly timeLimitMs: number;
  /** Images with more pixels are refused; that of `decode` by default. */
  readonly pixelLimit?: number | undefined;
  /** The path of the worker's entry. Tests pass entries of their own. */
  readonly entry?: string;
}

/** Runs tasks on worker threads. */
export class WorkerRunner implements TaskRunner {
  readonly #piscina: Piscina<Task, Reply>;
  readonly #timeLimitMs: number;

  /** Starts the workers and waits until each is loaded: Node may crash when a worker is ended while it loads. */
  static async start(options: WorkerRunnerOptions): Promise<WorkerRunner> {
    const runner = new WorkerRunner(options);
    const nothing: Task = { kind: 'examine', images: [], control: createControl() };
    try {
      const each = Array.from({ length: options.workers }, () => runner.#piscina.run(nothing)); // one for each worker
      await Promise.all(each);
      return runner;
    } catch (error) {
      await runner[Symbol.asyncDispose]();
      throw error;
    }
  }

  private constructor({
    workers,
    timeLimitMs,
    pixelLimit,
    entry = workerEntry('../worker/worker', import.meta.url),
  }: WorkerRunnerOptions) {
    this.#timeLimitMs = timeLimitMs;
    const workerData: WorkerData = { pixelLimit };
    this.#piscina = new Piscina<Task, Reply>({
      filename: entry,
      name: 'runTask',
      workerData,
      minThreads: workers,
      maxThreads: workers,
      idleTimeout: Infinity,
      atomics: 'async', // 'sync' would freeze timers and promises between tasks
      recordTiming: false,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    this.#piscina.on('error', () => undefined); // an idle worker ended; Piscina replaces it
  }

  async run(task: Task): Promise<Reply> {
    using watch = watchProgress(task.control, this.#timeLimitMs);
    try {
      return await this.#piscina.run(task, { signal: watch.signal });
    } catch (error) {
      const late = `it took more than ${this.#timeLimitMs / 1000} s`;
      return { kind: 'lost', reason: watch.signal.aborted ? late : String(error) };
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#piscina.destroy();
  }
}

/**
 * Aborts if no image was started for a whole time limit, or an eighth longer. The wait for a free worker does not count.
 */
function watchProgress(
  control: Int32Array,
  timeLimitMs: number,
): Disposable & { signal: AbortSignal } {
  const controller = new AbortController();
  let seen = 0;
  let unchanged = 0;
  const timer = setInterval(() => {
    const started = Atomics.load(control, STARTED);
    unchanged = started === seen ? unchanged + 1 : 0;
    seen = started;
    if (started > 0 && unchanged === CHECKS) controller.abort();
  }, timeLimitMs / CHECKS);
  timer.unref();
  return { signal: controller.signal, [Symbol.dispose]: () => clearInterval(timer) };
}
