import { expect, test } from 'vitest';
import { lifetimeOf } from './lifetime.ts';

test('closes once, and names the model in the error of a later use', async () => {
  let disposals = 0;
  const lifetime = lifetimeOf('predictor', {
    [Symbol.asyncDispose]: async () => void disposals++,
  });
  expect(lifetime.check).not.toThrow();
  await lifetime.close();
  await lifetime.close();
  expect(disposals).toBe(1);
  expect(lifetime.check).toThrow('the predictor is used after it was closed');
});
