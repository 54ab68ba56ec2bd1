const LARGEST = 8;

/**
 * Splits the images of a batch into those of its tasks: two tasks for each worker, so that no worker waits long for
 * another one's slow image, of at most 8 images each.
 */
export function microBatches<T>(items: readonly T[], workers: number): T[][] {
  const size = Math.min(LARGEST, Math.max(1, Math.ceil(items.length / (2 * workers))));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, task) =>
    items.slice(task * size, (task + 1) * size),
  );
}
