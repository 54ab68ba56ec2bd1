import type { Cv } from './cv.ts';
import { loadOpenCv } from './load-opencv.ts';

/** Memory of opencv.js grows and never shrinks: an instance that took more is replaced by a new one. */
const MEMORY_LIMIT = 400 * 2 ** 20;

/** A thread's own instance of opencv.js, loaded when first needed and replaced when it is worn. */
export class OpenCv {
  #loaded: Promise<{ readonly cv: Cv }> | undefined;
  #cv: Cv | undefined;

  /** The instance, once `ready` has resolved. */
  get cv(): Cv {
    if (this.#cv === undefined) throw new Error('opencv.js is used before it is loaded');
    return this.#cv;
  }

  /** Loads an instance where there is none, or none that is fit for use. */
  async ready(): Promise<void> {
    if (this.#cv !== undefined && this.#cv.HEAPU8.length > MEMORY_LIMIT) this.discard();
    this.#loaded ??= loadOpenCv();
    try {
      const { cv } = await this.#loaded;
      this.#cv = cv;
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** Drops the instance: after a trap its memory cannot be trusted any more. */
  discard(): void {
    this.#loaded = undefined;
    this.#cv = undefined;
  }
}
