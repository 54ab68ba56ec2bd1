const LARGEST = 8;

/**
 * Splits the images of a batch into tasks of at most 8 images: at least two tasks for each worker, so that no worker is idle
 * for long while another one decodes a slow image.
 */
export function microBatches<T>(items: readonly T[], workers: number): T[][] {
  const size = Math.min(LARGEST, Math.max(1, Math.ceil(items.length / (2 * workers))));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, task) =>
    items.slice(task * size, (task + 1) * size),
  );
}
