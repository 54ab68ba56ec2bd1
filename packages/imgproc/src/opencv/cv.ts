import type * as OpenCvJs from '@techstark/opencv-js';

/** The opencv.js module, with members that its declarations lack. */
export type Cv = typeof OpenCvJs & {
  /** The whole WebAssembly memory; a new array each time that it grows. */
  readonly HEAPU8: Uint8Array;
  stackSave(): number;
  stackRestore(pointer: number): void;
};
