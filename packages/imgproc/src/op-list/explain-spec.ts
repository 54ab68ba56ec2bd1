import { missingOp } from '@sprout/core';
import type { z } from 'zod';

/** The most faults that are explained. */
const MOST = 3;

/** One clause for each fault of a spec: the field, the rule and the value. */
export function explainSpec({ issues }: z.ZodError, spec: unknown): string {
  const clauses = issues.slice(0, MOST).map((issue) => clauseOf(issue, spec));
  if (issues.length > MOST) clauses.push(`and ${issues.length - MOST} more`);
  return clauses.join('; ');
}

function clauseOf({ path, message }: z.core.$ZodIssue, spec: unknown): string {
  const item = valueAt(spec, path.slice(0, -1));
  if (path.at(-1) === 'op' && typeof item === 'object' && item !== null && !('op' in item))
    return `${path.slice(0, -1).map(String).join('.')}: ${missingOp(item)}`;
  const rule = message.replace(/^./, (first) => first.toLowerCase());
  const clause = path.length === 0 ? rule : `${path.map(String).join('.')}: ${rule}`;
  return message.includes('received') ? clause : `${clause}${valueText(valueAt(spec, path))}`;
}

function valueText(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text === undefined || text.length > 40 ? '' : `, not ${text}`;
}

function valueAt(spec: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    spec,
  );
}
