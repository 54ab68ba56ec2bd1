import { workerData } from 'piscina';
import { augmentationOps, recipeOps } from '../ops/index.ts';
import type { Reply, Task } from '../task/task.ts';
import type { WorkerData } from '../task/worker-data.ts';
import { perform } from './perform.ts';
import { Thread } from './thread.ts';

const { pixelLimit } = workerData as WorkerData;
const thread = new Thread({ recipeOps, augmentationOps, pixelLimit });

/** The entry of a worker thread: the pool calls it by name. */
export function runTask(task: Task): Promise<Reply> {
  return perform(task, thread);
}
