import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseOptions } from './parse-options.ts';

const schema = z.strictObject({ size: z.int().default(3), name: z.string().default('a') });

test('fills in the defaults', () => {
  expect(parseOptions(schema, { size: 4 }, 'The options')).toEqual({ size: 4, name: 'a' });
});

test('names the source and all fields that are wrong', () => {
  const parse = () => parseOptions(schema, { size: 'x', colour: 1 }, 'The options');
  expect(parse).toThrow('The options is not a valid configuration');
  expect(parse).toThrow(/size[^]*colour|colour[^]*size/);
});
