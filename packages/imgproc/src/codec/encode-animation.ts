import { checkRaster, type Raster, shapeMismatch, SproutError } from '@sprout/core';
import sharp from 'sharp';

export interface EncodeAnimationOptions {
  /** How long each frame is shown, in milliseconds; 200 by default. */
  readonly delay?: number | undefined;
}

/** The quality of WebP. Below it, blocks are visible in fine textures. */
const QUALITY = 90;
/** The largest height of an image of libvips, which encodes the frames as one image, each below the one before. */
const LARGEST_HEIGHT = 10_000_000;

/**
 * Encodes frames as an animated WebP that repeats without end.
 *
 * @param frames Of one size, RGB. Only read.
 * @throws {SproutError} `option-invalid` without a frame; `shape-mismatch` for frames of other shapes.
 */
export async function encodeAnimation(
  frames: readonly Raster[],
  { delay = 200 }: EncodeAnimationOptions = {},
): Promise<Uint8Array> {
  const [first] = frames;
  if (first === undefined || frames.length * first.height > LARGEST_HEIGHT) {
    const rule = `one or more, with at most ${LARGEST_HEIGHT} rows in all`;
    throw new SproutError('option-invalid', { option: 'frames', value: `${frames.length}`, rule });
  }
  const { height, width } = first;
  const expected = [height, width, 3];
  for (const frame of frames) {
    checkRaster(frame);
    const received = [frame.height, frame.width, frame.channels];
    if (received.join() !== expected.join())
      throw shapeMismatch('A frame of an animation', { expected, received });
  }
  const raw = { width, height: frames.length * height, channels: 3, pageHeight: height } as const;
  return sharp(Buffer.concat(frames.map(({ data }) => data)), { raw })
    .webp({ quality: QUALITY, loop: 0, delay: frames.map(() => delay) })
    .toBuffer();
}
