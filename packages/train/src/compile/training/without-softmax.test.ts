import { expect, test } from 'vitest';
import { chained } from '../../../test/emitted.ts';
import { withoutSoftmax } from './without-softmax.ts';

const dense = { name: 'classes:linear', kind: 'Dense', inputs: [] };

test('drops the softmax at the end', () => {
  const softmax = { name: 'classes', kind: 'Activation', config: { activation: 'softmax' } };
  expect(withoutSoftmax(chained([dense, softmax])).map(({ name }) => name)).toEqual([
    'classes:linear',
  ]);
});

test.each([[dense], [{ name: 'classes', kind: 'Activation', config: { activation: 'sigmoid' } }]])(
  'refuses %j at the end, by its name',
  (last) => {
    expect(() => withoutSoftmax(chained([last]))).toThrow(
      `Layer ${last.name} is not supported: a model that is trained must end in a softmax`,
    );
  },
);
