/** A part of a command whose progress is counted, in images or files. */
export type Task =
  | 'draw'
  | 'check'
  | 'extract'
  | 'find-rate'
  | 'examine'
  | 'evaluate'
  | 'corrupt'
  | 'predict'
  /** Draws the pictures of a page. */
  | 'picture'
  | 'prepare'
  | 'explain'
  | 'attack'
  | 'judge'
  | 'augment'
  | 'copy'
  | 'move'
  /** Counted in steps. */
  | 'ascend'
  /** Counted in megabytes. */
  | 'download';

/** The progress of a task. Each start is followed by an end, also if the task fails. */
export type TaskEvent =
  | { readonly type: 'task-start'; readonly task: Task; readonly total: number }
  | {
      readonly type: 'task-progress';
      readonly task: Task;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'task-end'; readonly task: Task };
