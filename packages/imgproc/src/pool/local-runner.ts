import { perform } from './perform.ts';
import type { Reply, Task, TaskRunner } from './task.ts';
import { Thread } from './thread.ts';

/** Does tasks on the caller's thread. */
export class LocalRunner implements TaskRunner {
  readonly #thread = new Thread();

  run(task: Task): Promise<Reply> {
    return perform(task, this.#thread);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#thread.opencv.discard();
  }
}
