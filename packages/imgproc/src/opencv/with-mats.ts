import { SproutError } from '@sprout/core';
import type { Cv } from './cv.ts';
import type { OpenCv } from './opencv.ts';

export interface OpenCvUse {
  /** An instance that is loaded. */
  readonly opencv: OpenCv;
  /** The path of the image that it works on, for messages. */
  readonly file: string;
}

export interface MatScope {
  readonly cv: Cv;
  /** Frees the object when the scope ends. */
  readonly own: <T extends { delete(): void }>(object: T) => T;
}

/**
 * Runs OpenCV calls in a scope that frees the objects that it owns, also after an error. Check arguments before the call:
 * each exception inside OpenCV leaks memory until the instance is replaced.
 *
 * @throws {SproutError} `image-unprocessable` where OpenCV fails.
 */
export function withMats<T>({ opencv, file }: OpenCvUse, work: (scope: MatScope) => T): T {
  const { cv } = opencv;
  const owned: { delete(): void }[] = [];
  const own = <O extends { delete(): void }>(object: O): O => {
    owned.push(object);
    return object;
  };
  const stack = cv.stackSave();
  let trapped = false;
  try {
    return work({ cv, own });
  } catch (error) {
    trapped = isTrap(error);
    if (trapped) opencv.discard();
    if (!trapped && typeof error !== 'number') throw error;
    const reason = explain(cv, error);
    throw new SproutError('image-unprocessable', { file, reason }, { cause: error });
  } finally {
    if (!trapped) {
      for (const object of owned.toReversed()) object.delete();
      cv.stackRestore(stack);
    }
  }
}

/** A `WebAssembly.RuntimeError`, which is declared only with the types of the DOM. */
function isTrap(error: unknown): boolean {
  return error instanceof Error && error.name === 'RuntimeError';
}

/** A C++ exception arrives as its address. */
function explain(cv: Cv, error: unknown): string {
  return typeof error === 'number' ? String(cv.exceptionFromPtr(error).msg).trim() : String(error);
}
