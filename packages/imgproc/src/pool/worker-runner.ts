import { workerEntry } from '@sprout/core';
import { Piscina } from 'piscina';
import { createControl, type Reply, STARTED, type Task, type TaskRunner } from './task.ts';

/** Images leave little garbage on the heap; without a limit a worker's heap grows to three times the size in the end. */
const YOUNG_MEGABYTES = 12;

export interface WorkerRunnerOptions {
  readonly workers: number;
  /** A worker that spends longer on one image is stopped and replaced. */
  readonly timeLimitMs: number;
  /** The worker's entry; tests put a faulty one here. */
  readonly entry?: string;
}

/** Does tasks on worker threads. */
export class WorkerRunner implements TaskRunner {
  readonly #piscina: Piscina<Task, Reply>;
  readonly #timeLimitMs: number;

  /** Starts the workers and waits until each can work: Node may crash when one is ended while it is still loading. */
  static async start(options: WorkerRunnerOptions): Promise<WorkerRunner> {
    const runner = new WorkerRunner(options);
    const nothing: Task = {
      kind: 'augment',
      images: [],
      control: createControl(),
      target: { pixels: new Uint8Array(0), height: 0, width: 0 },
      augment: [],
      seed: 0,
      epoch: 0,
    };
    try {
      const each = Array.from({ length: options.workers }, () => runner.#piscina.run(nothing)); // one a worker
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
    entry = workerEntry('./worker', import.meta.url),
  }: WorkerRunnerOptions) {
    this.#timeLimitMs = timeLimitMs;
    this.#piscina = new Piscina<Task, Reply>({
      filename: entry,
      name: 'runTask',
      minThreads: workers,
      maxThreads: workers,
      idleTimeout: Infinity,
      atomics: 'async', // 'sync' would freeze timers and promises between tasks
      recordTiming: false,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    this.#piscina.on('error', () => undefined); // an idle worker died; it has been replaced
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

/** Aborts when no further image was started for a whole time limit; the wait for a free worker does not count. */
function watchProgress(
  control: Int32Array,
  timeLimitMs: number,
): Disposable & { signal: AbortSignal } {
  const controller = new AbortController();
  let seen = 0;
  const timer = setInterval(() => {
    const started = Atomics.load(control, STARTED);
    if (started > 0 && started === seen) controller.abort();
    seen = started;
  }, timeLimitMs);
  timer.unref();
  return { signal: controller.signal, [Symbol.dispose]: () => clearInterval(timer) };
}
