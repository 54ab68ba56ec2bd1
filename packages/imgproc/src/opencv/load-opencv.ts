import { createRequire } from 'node:module';
import type { Cv } from './cv.ts';

/**
 * Loads a new instance of opencv.js. It has its own memory, which is freed with the instance.
 *
 * The result is wrapped in an object. The module has a method `then` that resolves to the module itself, so that awaiting
 * it, or returning it from an async function, would never end.
 */
export async function loadOpenCv(): Promise<{ readonly cv: Cv }> {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@techstark/opencv-js');
  const module = withoutNewListeners(() => require(file));
  forget(require, file);
  await new Promise<void>((resolve, reject) => {
    module.onRuntimeInitialized = resolve;
    module.onAbort = (reason: unknown) => reject(new Error(`opencv.js: ${String(reason)}`));
  });
  delete module.then;
  return { cv: module };
}

/** Removes the handlers that Emscripten installs for the whole process: they would end it. */
function withoutNewListeners<T>(work: () => T): T {
  const exceptions = process.listeners('uncaughtException');
  const rejections = process.listeners('unhandledRejection');
  try {
    return work();
  } finally {
    for (const listener of process.listeners('uncaughtException')) {
      if (!exceptions.includes(listener)) process.off('uncaughtException', listener);
    }
    for (const listener of process.listeners('unhandledRejection')) {
      if (!rejections.includes(listener)) process.off('unhandledRejection', listener);
    }
  }
}

/** Removes the module from the cache and from its parent, so that it can be freed and the next load makes a new one. */
function forget(require: NodeJS.Require, file: string): void {
  const siblings = require.cache[file]?.parent?.children;
  siblings?.splice(0, siblings.length); // the parent exists only for this load
  delete require.cache[file];
}
