import { base64 } from '../../text/base64.ts';

const SIGNATURES = [
  { type: 'image/png', offset: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', offset: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/webp', offset: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
] as const;

/** A PNG, JPEG or WebP file as a `data:` address. `undefined` for any other bytes: SVG could contain scripts. */
export function imageDataUri(image: Uint8Array): string | undefined {
  const signature = SIGNATURES.find(({ offset, bytes }) =>
    bytes.every((byte, position) => image[offset + position] === byte),
  );
  return signature && `data:${signature.type};base64,${base64(image)}`;
}
