import { fileBrands } from './file-brands.ts';

/** The formats that are decoded. */
export type ImageFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff' | 'bmp' | 'avif';

const MAGIC: readonly (readonly [ImageFormat, string])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
];

/** The sizes that a header of a BMP file can have. They are checked because texts can begin with the letters BM too. */
const BMP_HEADERS = [12, 40, 52, 56, 64, 108, 124];
/** Images, and sequences of images. */
const AVIF = ['avif', 'avis'];
const PROBE = 18;

/** The format of a file by its first bytes; `undefined` for formats that are not decoded. */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, PROBE));
  const known = MAGIC.find(([, magic]) => start.startsWith(magic))?.[0];
  if (known !== undefined) return known;
  if (/^RIFF.{4}WEBP/s.test(start)) return 'webp';
  if (isBmp(bytes)) return 'bmp';
  return fileBrands(bytes).some((brand) => AVIF.includes(brand)) ? 'avif' : undefined;
}

function isBmp(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, length } = bytes;
  const size = length < PROBE ? 0 : new DataView(buffer, byteOffset, length).getUint32(14, true);
  return bytes[0] === 0x42 && bytes[1] === 0x4d && BMP_HEADERS.includes(size);
}
