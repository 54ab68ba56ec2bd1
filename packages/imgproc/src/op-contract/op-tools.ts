import type { OpenCv } from '../opencv/opencv.ts';

/** The tools of an op besides the pixels. */
export interface OpTools {
  /** The image's path, for messages. */
  readonly file: string;
  /** The thread's OpenCV. It is loaded only for ops with `needsOpenCv`. */
  readonly opencv: OpenCv;
}
