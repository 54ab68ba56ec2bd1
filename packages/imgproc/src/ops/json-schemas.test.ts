import { expect, test } from 'vitest';
import { augmentationOps } from '../../test/all-ops.ts';
import { augmentationJsonSchema, jsonSchemaOf, recipeJsonSchema } from './json-schemas.ts';

test('names every op and field, and does not require fields with defaults', () => {
  const recipe = JSON.stringify(recipeJsonSchema());
  for (const name of ['resize', 'colour-mask', 'median', 'seedling', 'pil-lanczos']) {
    expect(recipe).toContain(`"${name}"`);
  }
  expect(recipe).toContain('"required":["op","height","width"]');
  expect(JSON.stringify(augmentationJsonSchema())).toContain('"flip-vertical"');
});

test('a list within an op may contain any of the ops', () => {
  expect(jsonSchemaOf(augmentationOps)).toMatchObject({
    items: {
      anyOf: expect.arrayContaining([
        expect.objectContaining({
          properties: {
            op: { type: 'string', const: 'sequence', description: expect.any(String) },
            ops: expect.objectContaining({
              type: 'array',
              minItems: 1,
              items: { $ref: '#/items' },
            }),
          },
        }),
      ]),
    },
  });
});
