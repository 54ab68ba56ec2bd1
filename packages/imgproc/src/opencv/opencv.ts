import type { Cv } from './cv.ts';
import { loadOpenCv } from './load-opencv.ts';

/** The memory of opencv.js grows and never shrinks. An instance with more bytes than this is replaced. */
const MEMORY_LIMIT = 400 * 2 ** 20;

/** The opencv.js of one thread, loaded when it is first needed and replaced when its memory has grown too large. */
export class OpenCv {
  #loaded: Promise<{ readonly cv: Cv }> | undefined;
  #cv: Cv | undefined;

  /** The instance, once `ready` has resolved. */
  get cv(): Cv {
    if (this.#cv === undefined) throw new Error('opencv.js is used before it is loaded');
    return this.#cv;
  }

  /** Loads an instance where there is none, or where the present one is to be replaced. */
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

  /** Drops the instance: after a WebAssembly trap its memory may be damaged. */
  discard(): void {
    this.#loaded = undefined;
    this.#cv = undefined;
  }
}
