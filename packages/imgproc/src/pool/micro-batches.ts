const LARGEST = 8;

/**
 * Cuts a batch into tasks: enough of them to keep every worker busy twice over, so that the last one does not wait
 * long for a slow image, but none so small that its overhead counts.
 */
export function microBatches<T>(items: readonly T[], workers: number): T[][] {
  const size = Math.min(LARGEST, Math.max(1, Math.ceil(items.length / (2 * workers))));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, task) =>
    items.slice(task * size, (task + 1) * size),
  );
}
