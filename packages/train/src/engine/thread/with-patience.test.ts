import { expect, test } from 'vitest';
import { withPatience } from './with-patience.ts';

const never = new Promise<never>(() => undefined);
const reason = new Error('stopped');

test('an answer is waited for as long as it takes, without a signal and until it is aborted', async () => {
  const { signal } = new AbortController();
  const giveUp = (): void => expect.unreachable();
  const late = async () => new Promise((resolve) => setTimeout(resolve, 20, 'late'));
  expect(await withPatience(late(), { patienceMs: 0, giveUp })).toBe('late');
  expect(await withPatience(late(), { signal, patienceMs: 0, giveUp })).toBe('late');
});

test('an answer that arrives soon after the signal is aborted is passed on', async () => {
  const signal = AbortSignal.abort(reason);
  const options = { signal, patienceMs: 60_000, giveUp: () => expect.unreachable() };
  expect(await withPatience(Promise.resolve(3), options)).toBe(3);
  const failed = withPatience(Promise.reject(new Error('bad weights')), options);
  await expect(failed).rejects.toThrow('bad weights');
});

test('an answer that does not arrive is given up, once, with the reason of the signal', async () => {
  const controller = new AbortController();
  let given = 0;
  const waiting = withPatience(never, {
    signal: controller.signal,
    patienceMs: 1,
    giveUp: () => given++,
  });
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  expect(given).toBe(1);
});
