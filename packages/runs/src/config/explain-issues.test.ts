import { expect, test } from 'vitest';
import { z } from 'zod';
import { explainIssues } from './explain-issues.ts';

function explained(schema: z.ZodType, input: unknown): string {
  const { error } = schema.safeParse(input);
  return error === undefined ? '' : explainIssues(error, schema, input);
}

const shape = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('circle'), radius: z.number() }),
  z.strictObject({ name: z.literal('square'), side: z.number() }),
]);
const schema = z.strictObject({
  title: z.string().max(3),
  size: z.strictObject({ height: z.number().min(1), width: z.number().min(1) }),
  shape: shape.optional(),
  ops: z.array(z.strictObject({ op: z.string() })).optional(),
});
const valid = { title: 'a', size: { height: 1, width: 1 } };

test('a value of another type or out of range is named with its field', () => {
  expect(explained(schema, { ...valid, title: 5 })).toMatch(/^title: .*expected string.*, not 5$/);
  expect(explained(schema, { ...valid, size: { height: 0, width: 1 } })).toMatch(
    /^size\.height: Too small.*>=1, not 0$/,
  );
});

test('text is shown in quotes; long text and objects are not shown', () => {
  expect(explained(schema, { ...valid, title: 'long' })).toMatch(/, not "long"$/);
  expect(explained(schema, { ...valid, title: 'x'.repeat(58) })).toContain(`"${'x'.repeat(58)}"`);
  expect(explained(schema, { ...valid, title: 'x'.repeat(59) })).not.toContain('xxx');
  expect(explained(schema, { ...valid, title: { a: 1 } })).not.toContain(', not');
});

test('a missing field has no value to show', () => {
  expect(explained(schema, { size: valid.size })).toMatch(
    /^title: .*expected string, received undefined$/,
  );
});

test('a value that is not an object at all has no field', () => {
  expect(explained(schema, 'text')).toMatch(/^Invalid input: expected object.*, not "text"$/);
});

test('an unknown key has the nearest known key of the same section, or all of them', () => {
  expect(explained(schema, { ...valid, titel: 'b' })).toBe(
    'unknown key "titel"; did you mean "title"?',
  );
  expect(explained(schema, { ...valid, size: { ...valid.size, hieght: 2 } })).toBe(
    'unknown key "size.hieght"; did you mean "height"?',
  );
  expect(explained(schema, { ...valid, size: { ...valid.size, title: 2 } })).toBe(
    'unknown key "size.title"; known: height, width',
  );
});

test('an unknown key where no key is allowed', () => {
  const empty = z.strictObject({ model: z.strictObject({}) });
  expect(explained(empty, { model: { filters: 1 } })).toBe(
    'unknown key "model.filters"; no key is allowed here',
  );
});

test('each unknown key and each issue has its own clause', () => {
  const text = explained(schema, { ...valid, title: 5, titel: 'b', colour: 'red' });
  expect(text.split('; ')).toEqual([
    expect.stringMatching(/^title: /),
    'unknown key "titel"',
    'did you mean "title"?',
    'unknown key "colour"',
    'known: title, size, shape, ops',
  ]);
});

test('an unknown key beside a name has the keys of all names', () => {
  expect(explained(schema, { ...valid, shape: { name: 'circle', radius: 1, raduis: 2 } })).toBe(
    'unknown key "shape.raduis"; did you mean "radius"?',
  );
});

test.each([
  [{ name: 'cirle' }, 'unknown shape.name "cirle"; did you mean "circle"?'],
  [{ name: 'pentagon' }, 'unknown shape.name "pentagon"; known: circle, square'],
  [{ name: 5 }, 'unknown shape.name "5"; known: circle, square'],
  [{ radius: 1 }, 'shape.name must be given with the fields beside it; known: circle, square'],
])('the name in %j is explained by the known names', (given, text) => {
  expect(explained(schema, { ...valid, shape: given })).toBe(text);
});

test('a key without a space after its colon is explained', () => {
  expect(explained(schema, { ...valid, 'title:b': null })).toBe(
    'unknown key "title:b"; write "title: b", with a space after the colon',
  );
  expect(explained(schema, { ...valid, ops: [{ op: 'a' }, {}] })).toBe(
    'ops.1: the field "op", with the name of the op, is missing',
  );
});

test('a null is an empty field', () => {
  expect(explained(schema, { ...valid, size: null })).toBe(
    'size is empty; give it a value or leave it out',
  );
});

test('numbers that are not finite and large integers are named once', () => {
  const title = (value: unknown) => explained(schema, { ...valid, title: value });
  expect(title(NaN)).toMatch(/received NaN$/);
  expect(title(5n)).toMatch(/received bigint, not 5n$/);
});

test('only the first issues and keys are explained', () => {
  const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`k${at}`, 1]));
  const text = explained(schema, { ...valid, ...many });
  expect(text).toContain('unknown key "k9"');
  expect(text).toMatch(/; and 49990 more$/);
});
