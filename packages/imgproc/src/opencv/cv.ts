import type * as OpenCvJs from '@techstark/opencv-js';

/** The opencv.js module, with what its declarations leave out. */
export type Cv = typeof OpenCvJs & {
  /** The whole memory; a new array after every growth. */
  readonly HEAPU8: Uint8Array;
  stackSave(): number;
  stackRestore(pointer: number): void;
};
