import type { Raster } from '@sprout/core';

/**
 * The pixels of an image file, upright, RGB, without the alpha channel and without a conversion of colours.
 *
 * @throws A DOMException for a file that the browser cannot decode.
 */
export async function decodeImage(file: Blob): Promise<Raster> {
  const bitmap = await createImageBitmap(file, {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  });
  const { height, width } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', {
    willReadFrequently: true,
  })!; // null only for a canvas with another context
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data: rgba } = context.getImageData(0, 0, width, height);
  const data = new Uint8Array(height * width * 3);
  for (let pixel = 0; pixel < height * width; pixel++)
    for (let channel = 0; channel < 3; channel++)
      data[pixel * 3 + channel] = rgba[pixel * 4 + channel]!;
  return { height, width, channels: 3, data };
}
