import type { MeanColour, Raster } from '@sprout/core';

const SHARE = 0.2;

/**
 * The colour of the background: the median of each channel over the four corners, which measure a fifth of each side.
 * Leaf-green pixels are left out, so that a plant in a corner does not count. The median ignores shadows and labels.
 */
export function backgroundColour(raster: Raster): MeanColour {
  const bare = cornerHistograms(raster, (red, green, blue) => !isLeafGreen(red, green, blue));
  const histograms = bare.count > 0 ? bare : cornerHistograms(raster, () => true);
  return [median(histograms, 0), median(histograms, 1), median(histograms, 2)];
}

interface Histograms {
  /** `[3, 256]`: how many pixels have each value, by channel. */
  readonly counts: Uint32Array;
  readonly count: number;
}

function cornerHistograms(
  { height, width, channels, data }: Raster,
  isCounted: (red: number, green: number, blue: number) => boolean,
): Histograms {
  const rows = Math.max(1, Math.round(SHARE * height));
  const columns = Math.max(1, Math.round(SHARE * width));
  const [toGreen, toBlue] = channels >= 3 ? [1, 2] : [0, 0];
  const histograms = new Uint32Array(3 * 256);
  let count = 0;
  for (let row = 0; row < height; row++) {
    if (row >= rows && row < height - rows) continue;
    for (let column = 0; column < width; column++) {
      if (column >= columns && column < width - columns) continue;
      const at = (row * width + column) * channels;
      const [red, green, blue] = [data[at]!, data[at + toGreen]!, data[at + toBlue]!];
      if (!isCounted(red, green, blue)) continue;
      count++;
      histograms[red]!++;
      histograms[256 + green]!++;
      histograms[512 + blue]!++;
    }
  }
  return { counts: histograms, count };
}

/** Excess green, 2g - r - b of the chromaticities, above 0.1 (Woebbecke et al. 1995). */
function isLeafGreen(red: number, green: number, blue: number): boolean {
  return 2 * green - red - blue > 0.1 * (red + green + blue);
}

/** The upper median of one channel. */
function median({ counts, count }: Histograms, channel: number): number {
  let below = 0;
  for (let value = 0; value < 256; value++) {
    below += counts[channel * 256 + value]!;
    if (below > count / 2) return value;
  }
  return 255;
}
