import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { KERNEL_DOMAIN } from './kernel-domain.ts';

/**
 * A view of a value: its numbers from element `offset` on, in another shape, without a copy. The graph must allow kernels.
 */
export function view(
  graph: GraphBuilder,
  value: Value,
  { shape, offset = 0 }: { readonly shape: readonly number[]; readonly offset?: number },
): Value {
  return graph.node('View', [value], {
    shape,
    domain: KERNEL_DOMAIN,
    attributes: { offset: { int: offset } },
  });
}
