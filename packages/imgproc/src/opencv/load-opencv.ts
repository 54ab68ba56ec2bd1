import { createRequire } from 'node:module';
import type { Cv } from './cv.ts';

/**
 * A new instance of opencv.js with memory of its own, which is freed when the instance is dropped.
 *
 * Always wrapped in an object: the module has a `then` of its own that resolves to itself, so that awaiting it or
 * returning it from an async function would never end.
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

/** Emscripten installs handlers for the whole process that would end it: they are taken out again. */
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

/** What the module cache and the requiring module hold is never freed; and the next load is to make a new instance. */
function forget(require: NodeJS.Require, file: string): void {
  const siblings = require.cache[file]?.parent?.children;
  siblings?.splice(0, siblings.length); // of a module that only exists for this one load
  delete require.cache[file];
}
