import { open } from 'node:fs/promises';
import { fileBrands } from '../../format/file-brands.ts';
import { imageFormat } from '../../format/image-format.ts';

/** The beginnings of the brands of HEIF files, such as HEIC. */
const HEIF = /^(?:hei|hev|mif|msf|miaf)/;
const PROBE = 512;

/** Whether a file begins like an image of a known format, HEIF included. `false` for a file that cannot be read. */
export async function looksLikeImage(path: string): Promise<boolean> {
  const start = await firstBytes(path).catch(() => new Uint8Array());
  return imageFormat(start) !== undefined || fileBrands(start).some((brand) => HEIF.test(brand));
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(PROBE), 0, PROBE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
