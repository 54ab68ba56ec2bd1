/**
 * The error that came first, where another one followed when a resource was disposed of. Node 20 has no `SuppressedError`: the
 * one of the compiler is known by its name.
 */
export function firstCause(error: unknown): unknown {
  let first = error;
  while (first instanceof Error && first.name === 'SuppressedError' && 'suppressed' in first)
    first = first.suppressed;
  return first;
}
