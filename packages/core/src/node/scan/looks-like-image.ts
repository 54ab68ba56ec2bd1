import { open } from 'node:fs/promises';

/** The first bytes of the image formats, and the position at which they stand. */
const MAGIC: readonly (readonly [number, string])[] = [
  [0, '\x89PNG\r\n\x1a\n'],
  [0, '\xff\xd8\xff'],
  [0, 'GIF87a'],
  [0, 'GIF89a'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  [8, 'WEBP'],
  [4, 'ftypavi'],
  [4, 'ftyphei'],
  [4, 'ftypmif1'],
];
const LONGEST = 16;

/** Whether a file begins like an image: PNG, JPEG, GIF, TIFF, WebP, BMP, AVIF or HEIC. `false` for a file that cannot be read. */
export async function looksLikeImage(path: string): Promise<boolean> {
  const start = await firstBytes(path).catch(() => '');
  return MAGIC.some(([at, magic]) => start.startsWith(magic, at)) || isBitmap(start);
}

/** Two letters are too few to recognise a BMP file by; its four reserved bytes are zero. */
function isBitmap(start: string): boolean {
  return start.startsWith('BM') && start.startsWith('\0\0\0\0', 6);
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST), 0, LONGEST, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
