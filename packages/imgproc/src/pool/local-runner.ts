import type { Reply, Task } from '../task/task.ts';
import { perform } from '../worker/perform.ts';
import type { Thread } from '../worker/thread.ts';
import type { TaskRunner } from './task-runner.ts';

/** Runs tasks on the caller's thread. */
export class LocalRunner implements TaskRunner {
  readonly #thread: Thread;

  constructor(thread: Thread) {
    this.#thread = thread;
  }

  run(task: Task): Promise<Reply> {
    return perform(task, this.#thread);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#thread.opencv.discard();
  }
}
