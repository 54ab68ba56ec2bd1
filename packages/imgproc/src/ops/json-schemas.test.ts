import { expect, test } from 'vitest';
import { augmentationOps } from '../../test/all-ops.ts';
import { augmentationJsonSchema, jsonSchemaOf, recipeJsonSchema } from './json-schemas.ts';

test('names every op and field, defaults not required', () => {
  const recipe = JSON.stringify(recipeJsonSchema());
  for (const name of ['resize', 'colour-mask', 'median', 'seedling', 'pil-lanczos']) {
    expect(recipe).toContain(`"${name}"`);
  }
  expect(recipe).toContain('"required":["op","height","width"]');
  expect(JSON.stringify(augmentationJsonSchema())).toContain('"flip-vertical"');
});

test('a list within an op holds any of the ops', () => {
  expect(jsonSchemaOf(augmentationOps)).toMatchObject({
    items: {
      anyOf: expect.arrayContaining([
        expect.objectContaining({
          properties: {
            op: { type: 'string', const: 'one-of' },
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
