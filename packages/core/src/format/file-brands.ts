const BRAND = 4;
/** The offsets of the main brand and of the list; the minor version lies between them. */
const MAIN = 8;
const LIST = 16;
const PROBE = 512;

/** The main brand of an ISO media file, followed by its compatible brands; empty for other files. */
export function fileBrands(bytes: Uint8Array): string[] {
  const text = String.fromCharCode(...bytes.subarray(0, PROBE));
  if (text.slice(BRAND, MAIN) !== 'ftyp') return [];
  const box = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const end = Math.min(text.length, box);
  const brands = [text.slice(MAIN, MAIN + BRAND)];
  for (let at = LIST; at + BRAND <= end; at += BRAND) brands.push(text.slice(at, at + BRAND));
  return brands;
}
