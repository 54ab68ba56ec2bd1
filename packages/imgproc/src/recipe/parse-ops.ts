import { type OpSpec, SproutError } from '@sprout/core';
import { z } from 'zod';
import type { AugmentationOp, RecipeOp } from '../op/define-op.ts';

export interface ParseOpsOptions<O> {
  /** What the list is, for messages: `recipe` or `augmentation`. */
  readonly what: string;
  readonly ops: readonly O[];
}

/** A checked spec beside the op that it is for. */
export interface ParsedOp<O> {
  readonly op: O;
  readonly spec: OpSpec;
}

/**
 * Checks a list of op specs and fills in the defaults.
 *
 * @throws {SproutError} `name-unknown` for an op or a field that does not exist, `recipe-invalid` for all else.
 */
export function parseOps<O extends RecipeOp | AugmentationOp>(
  specs: unknown,
  { what, ops }: ParseOpsOptions<O>,
): ParsedOp<O>[] {
  if (!Array.isArray(specs)) {
    throw new SproutError('recipe-invalid', { recipe: what, reason: 'it must be a list of ops' });
  }
  return specs.map((spec: unknown, index) => {
    const recipe = `${what}[${index}]`;
    const op = findOp(spec, { recipe, what, ops });
    const parsed = op.schema.safeParse(spec);
    if (parsed.success) return { op, spec: parsed.data };
    throw explained(parsed.error, { recipe: `${recipe} (${op.name})`, op });
  });
}

interface FindOptions<O> extends ParseOpsOptions<O> {
  readonly recipe: string;
}

function findOp<O extends RecipeOp | AugmentationOp>(
  spec: unknown,
  { recipe, what, ops }: FindOptions<O>,
): O {
  const name = typeof spec === 'object' && spec !== null && 'op' in spec ? spec.op : undefined;
  if (typeof name !== 'string') {
    const reason = 'each entry must be an object with a name in "op"';
    throw new SproutError('recipe-invalid', { recipe, reason });
  }
  const op = ops.find((candidate) => candidate.name === name);
  if (op !== undefined) return op;
  throw new SproutError('name-unknown', {
    kind: `${what} op`,
    name,
    known: ops.map((each) => each.name),
  });
}

function explained(
  error: z.ZodError,
  { recipe, op }: { recipe: string; op: RecipeOp | AugmentationOp },
): SproutError {
  for (const issue of error.issues) {
    const [name] = issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [];
    if (name === undefined) continue;
    const known = Object.keys(op.schema.shape);
    return new SproutError('name-unknown', { kind: `field of the op ${op.name}:`, name, known });
  }
  return new SproutError('recipe-invalid', { recipe, reason: z.prettifyError(error) });
}
