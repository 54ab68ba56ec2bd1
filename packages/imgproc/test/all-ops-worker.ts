import type { Reply, Task } from '../src/task/task.ts';
import { perform } from '../src/worker/perform.ts';
import { Thread } from '../src/worker/thread.ts';
import { augmentationOps, recipeOps } from './all-ops.ts';

const thread = new Thread({ recipeOps, augmentationOps });

/** The entry of a worker that knows the ops of the tests too. */
export function runTask(task: Task): Promise<Reply> {
  return perform(task, thread);
}
