import type { Reply, Task } from '../task/task.ts';

/** Does tasks, on worker threads or on the caller's. */
export interface TaskRunner extends AsyncDisposable {
  /** Never rejects. */
  run(task: Task): Promise<Reply>;
}
