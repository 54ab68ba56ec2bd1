import type { Json } from '@sprout/core';

/** The number of values in JSON: objects, arrays and all that they hold. Counts no further than one more than `limit`. */
export function countValues(value: Json, limit: number): number {
  let count = 1;
  // an explicit stack, because recursion into deeply nested JSON would overflow the call stack
  const stack = [value];
  while (stack.length > 0) {
    const fields = fieldsOf(stack.pop()!);
    count += fields.length;
    if (count > limit) return limit + 1;
    for (const field of fields) if (typeof field === 'object' && field !== null) stack.push(field);
  }
  return count;
}

function fieldsOf(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
