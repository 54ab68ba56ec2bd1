import { expect, test } from 'vitest';
import { fieldsOf } from './field-reference.ts';

const size = { type: 'integer', description: 'The side.' };

test('a field has its type, its limits and its default, or is required', () => {
  const share = { type: 'number', minimum: 0, maximum: 1, default: 0.5, description: 'A share.' };
  expect(fieldsOf({ properties: { size, share }, required: ['size'] })).toEqual([
    { key: 'size', type: 'integer', range: '', isRequired: true, description: 'The side.' },
    {
      key: 'share',
      type: 'number',
      range: '0 to 1',
      default: '0.5',
      isRequired: false,
      description: 'A share.',
    },
  ]);
});

test('the fields of objects, and of the objects in a list, come after their field', () => {
  const object = { type: 'object', properties: { size }, required: ['size'] };
  const fields = fieldsOf({ properties: { box: object, boxes: { type: 'array', items: object } } });
  expect(fields.map(({ key, isRequired }) => [key, isRequired])).toEqual([
    ['box', false],
    ['box.size', true],
    ['boxes', false],
    ['boxes[].size', true],
  ]);
});

test('the fields of alternatives are named once, and not required', () => {
  const one = { type: 'object', properties: { size }, required: ['size'] };
  const other = { type: 'object', properties: { size, name: { type: 'string' } } };
  const fields = fieldsOf({ properties: { box: { anyOf: [one, other] } } });
  expect(fields.map(({ key, isRequired }) => [key, isRequired])).toEqual([
    ['box', false],
    ['box.size', false],
    ['box.name', false],
  ]);
});
