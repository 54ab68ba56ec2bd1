import { checkWhole, SproutError } from '@sprout/core';
import type { ModelInput } from '../model/model-definition.ts';
import type { TrainingSession } from './training-session.ts';

export interface GuardOptions {
  readonly input: ModelInput;
  readonly classes: number;
}

/**
 * Stands before a session of any engine: checks what it is given, and answers to nobody once it is disposed of, which may be
 * done twice.
 */
export function guardSession(
  session: TrainingSession,
  { input: { height, width, channels }, classes }: GuardOptions,
): TrainingSession {
  let isOpen = true;
  const checkOpen = (): void => {
    if (!isOpen) throw new Error('the session is used after it was closed');
  };
  const checkImages = (images: Uint8Array, count: number): void => {
    checkWhole('count', count, { least: 1 });
    checkNumbers('The images', { numbers: images, kind: Uint8Array }, [
      count,
      height,
      width,
      channels,
    ]);
  };
  return {
    engine: session.engine,
    trainStep: async (step) => {
      checkOpen();
      const { images, count, targets, weights } = step;
      checkImages(images, count);
      checkNumbers('The targets', { numbers: targets, kind: Float32Array }, [count, classes]);
      checkNumbers('The weights', { numbers: weights, kind: Float32Array }, [count]);
      return session.trainStep(step);
    },
    predict: async (images, count) => {
      checkOpen();
      checkImages(images, count);
      return session.predict(images, count);
    },
    state: async () => {
      checkOpen();
      return session.state();
    },
    restore: async (state) => {
      checkOpen();
      await session.restore(state);
    },
    [Symbol.asyncDispose]: async () => {
      if (!isOpen) return;
      isOpen = false;
      await session[Symbol.asyncDispose]();
    },
  };
}

interface Numbers {
  readonly numbers: ArrayLike<number>;
  readonly kind: typeof Uint8Array | typeof Float32Array;
}

function checkNumbers(what: string, { numbers, kind }: Numbers, shape: readonly number[]): void {
  const size = shape.reduce((product, length) => product * length, 1);
  if (numbers instanceof kind && numbers.length === size) return;
  throw new SproutError('shape-mismatch', {
    what,
    expected: `${shape.join(' x ')} in a ${kind.name}`,
    received: `${numbers.length} in a ${numbers.constructor.name}`,
  });
}
