import { expect, test } from 'vitest';
import { checkLayers } from './check-layers.ts';

test('accepts layers of the model, and suggests a name for an unknown layer', () => {
  const known = ['conv', 'classes'];
  expect(() => checkLayers(['classes', 'conv', 'conv'], known)).not.toThrow();
  expect(() => checkLayers(['conv', 'clases'], known)).toThrow(
    'Unknown layer "clases"; did you mean "classes"?',
  );
});
