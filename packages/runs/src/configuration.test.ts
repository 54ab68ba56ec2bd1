import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  configJsonSchema,
  configText,
  resolveConfig,
  resolveImages,
  resolveTrain,
} from './index.ts';

test('the text of a configuration is YAML, and sets the same configuration again', async () => {
  const resolved = await resolveTrain({ folder: '/photos', model: 'logistic', seed: 3 });
  const text = await configText(resolved);
  expect(text).toContain('model:\n  name: logistic\n');
  const config = parse(text) as Parameters<typeof resolveConfig>[0]['config'];
  expect(await configText(await resolveTrain({ config }))).toBe(text);
});

test('fields that are not set are not in the text', async () => {
  expect(await configText({ a: 1, b: undefined, c: [] })).toBe('a: 1\nc: []\n');
});

test('images are prepared by the recipe, with the size that is given', async () => {
  const size = { height: 5, width: 6 };
  const { recipe, data } = await resolveImages({ folder: 'photos', size });
  expect(recipe).toEqual(
    expect.arrayContaining([expect.objectContaining({ op: 'resize', ...size })]),
  );
  expect(data.folder).toBe('photos');
});

test('the JSON schema describes every section, and refuses other fields', async () => {
  expect(await configJsonSchema()).toMatchObject({
    title: 'A Sprout configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      data: { properties: { validationBy: { enum: ['random', 'hash'] } } },
      train: { properties: { epochs: { type: 'integer', minimum: 1 } } },
      recipe: { anyOf: [{ type: 'array' }, { type: 'string' }] },
    },
  });
});
