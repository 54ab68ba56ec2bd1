import { checkRaster, type Raster } from '@sprout/core';
import { recompressBlock } from './jpeg-block.ts';
import { jpegColours } from './jpeg-colours.ts';
import { roundTripInWasm } from './jpeg-in-wasm.ts';
import { jpegPlanes, type Plane } from './jpeg-planes.ts';
import { type JpegQuantisers, jpegQuantisers } from './jpeg-quantiser.ts';

/**
 * What libjpeg-turbo decodes after it has encoded an image at a quality, with chroma at half of both sides (4:2:0).
 *
 * @param source RGB. Only read.
 * @param quality A whole number from 1 to 100.
 */
export function jpegRoundTrip(source: Raster, quality: number): Raster {
  checkRaster(source);
  const quantisers = jpegQuantisers(quality);
  return roundTripInWasm(source, quantisers) ?? roundTripScalar(source, quantisers);
}

/** As `jpegRoundTrip`, without WebAssembly. */
export function roundTripScalar(source: Raster, { luma, chroma }: JpegQuantisers): Raster {
  const planes = jpegPlanes(source);
  recompress(planes.luma, luma);
  recompress(planes.blue, chroma);
  recompress(planes.red, chroma);
  return jpegColours(planes, source);
}

function recompress({ height, width, samples }: Plane, quantiser: Uint8Array): void {
  const block = new Int32Array(64);
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      const address = (at: number): number => (top + (at >> 3)) * width + left + (at & 7);
      for (let at = 0; at < 64; at++) block[at] = samples[address(at)]! - 128;
      recompressBlock(block, quantiser);
      for (let at = 0; at < 64; at++)
        samples[address(at)] = Math.min(255, Math.max(0, block[at]! + 128));
    }
  }
}
