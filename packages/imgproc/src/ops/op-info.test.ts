import { expect, test } from 'vitest';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { opInfos } from './op-info.ts';

const infos = opInfos();

test.each(infos.map((info) => [info.name, info] as const))(
  '%s has a description, an example that is valid, and a text for each field',
  (name, { kind, description, example, schema }) => {
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(example.op).toBe(name);
    expect((kind === 'recipe' ? parseRecipe : parseAugmentation)([example])).toHaveLength(1);
    for (const field of Object.values(schema.properties))
      expect(field).toMatchObject({ description: expect.stringMatching(/^[A-Z`].*\.$/) });
    for (const field of Object.keys(example)) expect(schema.properties).toHaveProperty(field);
  },
);

test.each(infos.map(({ name, summary }) => [name, summary]))(
  'the summary of %s says what the op does, not whose pixels it has: %s',
  (_name, summary) => {
    expect(summary).toMatch(/^[A-Z][a-z]+s,? /);
    expect(summary).not.toMatch(/albumentations|cv2|imgaug|numpy|OpenCV|Pillow|scipy|torchvision/);
  },
);

test('the summary is the first sentence', () => {
  const { summary, description } = infos.find(({ name }) => name === 'brightness-contrast')!;
  expect(summary).toMatch(/drawn uniformly\.$/);
  expect(description).toBe(
    `${summary} As \`RandomBrightnessContrast\` of albumentations 2.0.8, bit for bit.`,
  );
});

test('a list in an op refers to the schema of all ops', () => {
  const { schema } = infos.find(({ name }) => name === 'sometimes')!;
  expect(schema.properties['ops']).toMatchObject({
    type: 'array',
    items: { $ref: '#/definitions/augmentationOp' },
  });
  expect(schema.required).toEqual(['op', 'ops']);
});
