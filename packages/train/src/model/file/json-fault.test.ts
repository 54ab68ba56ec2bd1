import { describe, expect, test } from 'vitest';
import { jsonFault } from './json-fault.ts';

describe('jsonFault', () => {
  test.each(['null', '"units"', '[1e9, -5]', '{"units": 1000000, "target_shape": [-1, 4]}'])(
    'finds no fault in %s',
    (text) => expect(jsonFault(JSON.parse(text))).toBeUndefined(),
  );

  test.each([
    ['{"units": 1000001}', 'units is 1000001'],
    ['{"units": 1.5}', 'units is 1.5'],
    ['{"kernel_size": [3, -2]}', 'kernel_size is -2'],
    ['{"config": {"batch_input_shape": [null, 1e7]}}', 'batch_input_shape is 10000000'],
    ['{"a": {"__proto__": 1}}', 'it has a key "__proto__"'],
    ['[{"constructor": 1}]', 'it has a key "constructor"'],
  ])('describes the fault in %s', (text, fault) => {
    expect(jsonFault(JSON.parse(text))).toBe(fault);
  });

  test('allows a depth of 64', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(jsonFault(JSON.parse(nested(65)))).toBeUndefined();
    expect(jsonFault(JSON.parse(nested(66)))).toBe('it is nested deeper than 64');
  });
});
