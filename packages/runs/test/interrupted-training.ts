import { join } from 'node:path';
import { expect } from 'vitest';
import { type RunEvent, train, type TrainOptions } from '../src/index.ts';

/** Trains a run of this name that is interrupted after its first epoch. Returns its folder. */
export async function interruptedTraining(
  options: TrainOptions & { readonly runs: string },
  name: string,
): Promise<string> {
  const abort = new AbortController();
  const onEvent = ({ type }: RunEvent): void => {
    if (type === 'epoch') abort.abort(new Error('enough'));
  };
  const stopped = train({ ...options, name }, { onEvent, signal: abort.signal });
  await expect(stopped).rejects.toThrow('enough');
  return join(options.runs, name);
}
