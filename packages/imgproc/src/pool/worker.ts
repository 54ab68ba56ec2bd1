import { perform } from './perform.ts';
import type { Reply, Task } from './task.ts';
import { Thread } from './thread.ts';

const thread = new Thread();

/** The entry of a worker. */
export function runTask(task: Task): Promise<Reply> {
  return perform(task, thread);
}
