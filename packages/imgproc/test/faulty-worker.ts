import { augmentationOps, recipeOps } from '../src/ops/index.ts';
import type { Reply, Task } from '../src/task/task.ts';
import { STARTED } from '../src/task/task.ts';
import { perform } from '../src/worker/perform.ts';
import { Thread } from '../src/worker/thread.ts';

const thread = new Thread({ recipeOps, augmentationOps });

/** A worker that ends at files named `crash…` and hangs at files named `hang…`, after it has done the earlier files. */
export async function runTask(task: Task): Promise<Reply> {
  const faulty = task.images.findIndex(({ path }) => /crash|hang/.test(path));
  const image = task.images[faulty];
  if (image === undefined) return perform(task, thread);
  await perform({ ...task, images: task.images.slice(0, faulty) }, thread);
  Atomics.store(task.control, STARTED, faulty + 1);
  if (image.path.includes('crash')) process.exit(7);
  for (;;);
}
