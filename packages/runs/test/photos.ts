import { encodePng } from '@sprout/imgproc';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type Colour = readonly [red: number, green: number, blue: number];

export const RED: Colour = [220, 30, 30];
export const BLUE: Colour = [30, 30, 220];

/** Height and width of the images in pixels. */
const SIDE = 8;

/** A PNG of one colour. */
export async function photo(colour: Colour, { height = SIDE, width = SIDE } = {}): Promise<Buffer> {
  const pixels = Array.from({ length: height * width }, () => colour);
  return Buffer.from(
    await encodePng({ height, width, channels: 3, data: Uint8Array.from(pixels.flat()) }),
  );
}

/**
 * Writes images `CLASS/NUMBER.png` of one colour each.
 *
 * @param colours The colours of the images of each class; text is the content of a file that is no image.
 * @returns The folder.
 */
export async function writePhotos(
  folder: string,
  colours: Readonly<Record<string, readonly (Colour | string)[]>>,
): Promise<string> {
  for (const [name, images] of Object.entries(colours)) {
    for (const [number, content] of images.entries()) {
      const file = join(folder, name, `${number}.png`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, typeof content === 'string' ? content : await photo(content));
    }
  }
  return folder;
}
