import { readFileSync } from 'node:fs';
import { decode, resizePil } from '@sprout/imgproc';

/** The pixels of an image file, RGB, resized by Pillow's bicubic filter. */
export async function photographPixels(
  file: string,
  size: { readonly height: number; readonly width: number },
): Promise<Uint8Array> {
  const image = await decode(readFileSync(file), file);
  return new Uint8Array(resizePil(image, { ...size, filter: 'bicubic' }).data);
}
