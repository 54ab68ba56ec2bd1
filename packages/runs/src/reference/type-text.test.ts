import { expect, test } from 'vitest';
import type { JsonNode } from './json-node.ts';
import { rangeText, typeText } from './type-text.ts';

const number = { type: 'number', minimum: 0, maximum: 1 };
const whole = { type: 'integer', minimum: 3, maximum: 255 };

test.each<[JsonNode, string, string]>([
  [number, 'number', '0 to 1'],
  [{ type: 'number', exclusiveMinimum: 0 }, 'number', 'above 0'],
  [{ type: 'number', minimum: 0, exclusiveMaximum: 1 }, 'number', '0 to below 1'],
  [{ type: 'number', maximum: 1 }, 'number', 'at most 1'],
  [{ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'integer', 'at least 1'],
  [{ type: 'array', items: [number, number] }, '[low, high]', '0 to 1'],
  [{ type: 'array', items: [whole, whole] }, '[low, high], integers', '3 to 255'],
  [{ type: 'array', items: [whole, whole, whole] }, '[integer, integer, integer]', '3 to 255'],
  [{ type: 'array', items: whole }, 'list of integers', '3 to 255'],
  [{ type: 'array', items: { $ref: '#/definitions/augmentationOp' } }, 'list of ops', ''],
  [{ type: 'string', enum: ['a', 'b', 'c'] }, 'a, b or c', ''],
  [{ anyOf: [number, { type: 'null' }] }, 'number or null', '0 to 1'],
  [
    {
      anyOf: [
        { type: 'number', const: 0 },
        { type: 'number', const: 90 },
      ],
    },
    '0 or 90',
    '',
  ],
  [{}, 'any', ''],
])('%j is %s within "%s"', (node, type, range) => {
  expect(typeText(node)).toBe(type);
  expect(rangeText(node)).toBe(range);
});
