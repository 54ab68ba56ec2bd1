/**
 * The first of several errors: the one that was thrown before the disposal of resources failed too. Any other error is returned as
 * it is. Node 20 has no `SuppressedError`, so the class that the compiler substitutes is recognised by its name.
 */
export function firstCause(error: unknown): unknown {
  let first = error;
  while (first instanceof Error && first.name === 'SuppressedError' && 'suppressed' in first)
    first = first.suppressed;
  return first;
}
