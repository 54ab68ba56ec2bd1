import type { OpenCv } from '../opencv/opencv.ts';

/** What an op has at hand besides the pixels. */
export interface OpTools {
  /** The image's path, for messages. */
  readonly file: string;
  /** The thread's OpenCV. Loaded where the op says that it needs it. */
  readonly opencv: OpenCv;
}
