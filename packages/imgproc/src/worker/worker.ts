import { augmentationOps, recipeOps } from '../ops/index.ts';
import type { Reply, Task } from '../task/task.ts';
import { perform } from './perform.ts';
import { Thread } from './thread.ts';

const thread = new Thread({ recipeOps, augmentationOps });

/** The entry of a worker thread: the pool calls it by name. */
export function runTask(task: Task): Promise<Reply> {
  return perform(task, thread);
}
