import type { OpenCv } from '../opencv/opencv.ts';

/** The tools of an op besides the pixels. */
export interface OpTools {
  /** The image's path, for messages. */
  readonly file: string;
  /** The thread's OpenCV. Loaded where the op says that it needs it. */
  readonly opencv: OpenCv;
}
