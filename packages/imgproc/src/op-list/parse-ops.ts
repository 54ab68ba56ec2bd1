import { missingOp, type OpSpec, SproutError } from '@sprout/core';
import type { z } from 'zod';
import type { Op } from '../op-contract/op.ts';
import { explainSpec } from './explain-spec.ts';

export interface ParseOpsOptions {
  /** The kind of the list, for messages: `recipe` or `augmentation`. */
  readonly kind: string;
  readonly table: readonly Op[];
  /** The path of the list, for messages: `augmentation[0].ops` for a list in an op. */
  readonly path?: string;
}

/**
 * Checks a list of op specs and the lists in them, and fills in the defaults.
 *
 * @returns New frozen specs.
 * @throws {SproutError} `name-unknown` for an op or a field that does not exist, `recipe-invalid` for any other fault.
 */
export function parseOps(specs: unknown, { kind, table, path = kind }: ParseOpsOptions): OpSpec[] {
  if (!Array.isArray(specs)) {
    throw new SproutError('recipe-invalid', { recipe: path, reason: 'it must be a list of ops' });
  }
  return specs.map((spec: unknown, index) => {
    const at = { kind, table, path: `${path}[${index}]` };
    const op = findOp(spec, at);
    if (op.onlyFirst === true && (index > 0 || path !== kind)) {
      const reason = `${op.name} must be the first op of the ${kind}`;
      throw new SproutError('recipe-invalid', { recipe: at.path, reason });
    }
    return parseOp(spec, op, at);
  });
}

function parseOp(spec: unknown, op: Op, { kind, table, path }: Required<ParseOpsOptions>): OpSpec {
  const parsed = op.schema.safeParse(spec);
  if (!parsed.success) throw explained(parsed.error, { path: `${path} (${op.name})`, op, spec });
  const fields: OpSpec = parsed.data;
  const lists = op.lists.map((field) => {
    const inner = parseOps(fields[field], { kind, table, path: `${path}.${field}` });
    for (const [index, each] of inner.entries()) {
      const at = { kind, table, path: `${path}.${field}[${index}]` };
      refuse(findOp(each, at), { spec: each, outer: op, path: at.path });
    }
    return [field, Object.freeze(inner)];
  });
  return Object.freeze({ ...fields, ...Object.fromEntries(lists) });
}

interface InnerSpec {
  readonly spec: OpSpec;
  /** The op in whose list it is. */
  readonly outer: Op;
  readonly path: string;
}

function refuse(op: Op, { spec, outer, path }: InnerSpec): void {
  const reason = outer.refuses?.(op, spec);
  if (reason === undefined) return;
  throw new SproutError('recipe-invalid', { recipe: path, reason: `${op.name} ${reason}` });
}

function findOp(spec: unknown, { kind, table, path }: Required<ParseOpsOptions>): Op {
  const isObject = typeof spec === 'object' && spec !== null;
  const name = isObject && 'op' in spec ? spec.op : undefined;
  if (typeof name !== 'string') {
    const isMissing = isObject && !('op' in spec);
    const reason = isMissing ? missingOp(spec) : 'each entry must be an object with a name in "op"';
    throw new SproutError('recipe-invalid', { recipe: path, reason });
  }
  const op = table.find((candidate) => candidate.name === name);
  if (op !== undefined) return op;
  throw new SproutError('name-unknown', {
    kind: `${kind} op`,
    name,
    known: table.map((each) => each.name),
  });
}

/** The error for a spec that its schema refuses. A name that does not exist comes first. */
function explained(
  error: z.ZodError,
  { path, op, spec }: { readonly path: string; readonly op: Op; readonly spec: unknown },
): SproutError {
  for (const issue of error.issues) {
    const [name] = issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [];
    if (name === undefined) continue;
    const known = Object.keys(op.schema.shape);
    return new SproutError('name-unknown', { kind: `field of the op ${op.name}:`, name, known });
  }
  return new SproutError('recipe-invalid', { recipe: path, reason: explainSpec(error, spec) });
}
