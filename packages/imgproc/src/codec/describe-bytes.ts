import { fileBrands } from '@sprout/core';

/** The beginnings of files, as Latin-1 in lower case without leading white space, and a description of such files. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['version https://git-lfs', 'a Git LFS pointer instead of the file itself (git lfs pull)'],
  ['<!doctype html', 'an HTML page'],
  ['<html', 'an HTML page'],
  ['<svg', 'an SVG drawing'],
  ['<!doctype svg', 'an SVG drawing'],
  ['<?xml', 'an XML document'],
  ['%pdf', 'a PDF document'],
  ['%!ps', 'a PostScript document'],
  ['\xe5\xf0\xf3\xe6', 'a PostScript document'], // C5 D0 D3 C6
  ['8bps', 'a Photoshop document'],
  ['\0\0\x01\0', 'an icon'],
  ['\0\0\0\x0cjp', 'a JPEG 2000 image'],
  ['\0\0\0\x0cjxl', 'a JPEG XL image'],
  ['\xff\x0a', 'a JPEG XL image'],
  ['ii+\0', 'a BigTIFF image'],
  ['mm\0+', 'a BigTIFF image'],
  ['pk\x03\x04', 'a ZIP archive'],
  ['\x1f\x8b', 'a gzip archive'],
  ['riff', 'an audio or video file'],
];

const HEVC_BRAND = /^(?:hei|hev)/;
const OTHER_BRAND = /^(?:mif|msf|miaf)/;
const PROBE = 512;

/** Describes a file that is not of a decoded format, in words that complete the sentence "it is ...". */
export function describeBytes(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, PROBE));
  if (/^....ftyp/s.test(start)) return describeBrands(fileBrands(bytes));
  const text = start.replace(/^(\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, '').toLowerCase();
  const known = BEGINNINGS.find(([beginning]) => text.startsWith(beginning))?.[1];
  if (known === 'an XML document' && text.includes('<svg')) return 'an SVG drawing';
  if (known !== undefined) return known;
  if (bytes.subarray(0, PROBE).every((byte) => byte === 0)) return 'a block of zero bytes';
  return isText(bytes.subarray(0, PROBE)) ? 'a text file' : 'of an unknown format';
}

function describeBrands(brands: readonly string[]): string {
  if (brands.some((brand) => HEVC_BRAND.test(brand))) return 'HEIC (HEVC)';
  return brands.some((brand) => OTHER_BRAND.test(brand)) ? 'a HEIF image' : 'a video';
}

/** Whether bytes are well-formed UTF-8 without control characters other than white space. */
function isText(bytes: Uint8Array): boolean {
  const isControl = (byte: number): boolean => byte < 0x20 && (byte < 0x09 || byte > 0x0d);
  const text = new TextDecoder().decode(bytes, { stream: true });
  return !bytes.some(isControl) && !text.includes('\ufffd');
}
