import type { FetchOptions } from '@sprout/train';
import type { Context } from '../event/run-context.ts';

/** The unit of the task `download`. */
const MEGABYTE = 1e6;

/** Runs work that may download a file. Emits the task `download`, counted in megabytes, once the size of the file is known. */
export async function followDownload<T>(
  { emit, signal }: Context,
  work: (options: Pick<FetchOptions, 'signal' | 'onProgress' | 'onWait'>) => Promise<T>,
): Promise<T> {
  const task = 'download';
  let shown = -1;
  const isShown = (): boolean => shown !== -1;
  try {
    return await work({
      signal,
      onWait: (holder) => emit({ type: 'download-awaited', holder }),
      onProgress: ({ received, total }) => {
        if (total === undefined) return;
        const size = Math.ceil(total / MEGABYTE);
        if (!isShown()) emit({ type: 'task-start', task, total: size });
        const done = Math.floor(received / MEGABYTE);
        if (done > shown) emit({ type: 'task-progress', task, done, total: size });
        shown = Math.max(shown, done);
      },
    });
  } finally {
    if (isShown()) emit({ type: 'task-end', task });
  }
}
