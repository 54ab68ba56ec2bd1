/** The layers of the ziggurat. */
const LAYERS = 256;
/** Where the tail begins, and the area of each layer, for 256 layers. */
const TAIL = 3.6541528853610088;
const AREA = 0.00492867323399;

/** The right end of each layer from the lowest on, and the density there. The lowest layer and the tail together have one area. */
const [ends, densities] = layers();
/** Makes a number from -1 to 1 of 24 signed bits. */
const UNIT = 2 ** -23;

/** Four numbers of 32 bits, from which a stream starts. */
export type StreamState = readonly [a: number, b: number, c: number, d: number];

/** The first numbers of the generator are like its state. */
const SKIPPED = 12;

/**
 * Draws normal numbers of mean 0 and deviation 1 by the ziggurat method (Marsaglia and Tsang, 2000) from the generator sfc32.
 *
 * @param state Random; the same state gives the same numbers.
 */
export function normalNumbers(count: number, state: StreamState): Float64Array {
  const result = new Float64Array(count);
  const others = otherNumbers(state);
  // sfc32, written out so that its state stays in registers
  let [a, b, c, counter] = state;
  for (let at = -SKIPPED; at < count; at++) {
    const bits = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + bits) | 0;
    if (at < 0) continue;
    const layer = bits & 255;
    const number = (bits >> 8) * UNIT * ends[layer]!;
    result[at] = Math.abs(number) < ends[layer + 1]! ? number : others(number, layer);
  }
  return result;
}

/** For a point that is not in the inner part of its layer: its number if it lies below the curve, otherwise that of another point. */
function otherNumbers([a, b, c, d]: StreamState): (number: number, layer: number) => number {
  const uint32 = sfc32([c, d, a, ~b]); // another stream than that of most numbers
  const positive = (): number => ((uint32() >>> 0) + 0.5) * 2 ** -32;
  return (first, firstLayer) => {
    for (let number = first, layer = firstLayer; ;) {
      if (Math.abs(number) < ends[layer + 1]!) return number;
      if (layer === 0) return Math.sign(number) * beyondTail(positive);
      const [low, high] = [densities[layer]!, densities[layer + 1]!];
      if (low + positive() * (high - low) < density(number)) return number;
      const bits = uint32();
      layer = bits & 255;
      number = (bits >> 8) * UNIT * ends[layer]!;
    }
  };
}

function sfc32(state: StreamState): () => number {
  let [a, b, c, counter] = state;
  const next = (): number => {
    const bits = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + bits) | 0;
    return bits;
  };
  for (let skipped = 0; skipped < SKIPPED; skipped++) next();
  return next;
}

/** A number beyond `TAIL`. */
function beyondTail(positive: () => number): number {
  for (;;) {
    const beyond = -Math.log(positive()) / TAIL;
    if (-2 * Math.log(positive()) > beyond * beyond) return TAIL + beyond;
  }
}

function density(number: number): number {
  return Math.exp(-0.5 * number * number);
}

function layers(): [ends: Float64Array, densities: Float64Array] {
  const right = new Float64Array(LAYERS + 1);
  const heights = new Float64Array(LAYERS + 1);
  right[0] = AREA / density(TAIL); // of a rectangle with the area of the lowest layer and the tail
  right[1] = TAIL;
  for (let layer = 1; layer < LAYERS; layer++) {
    heights[layer] = density(right[layer]!);
    if (layer === LAYERS - 1) break;
    right[layer + 1] = Math.sqrt(-2 * Math.log(heights[layer]! + AREA / right[layer]!));
  }
  heights[LAYERS] = 1; // the top, where the right end is 0
  return [right, heights];
}
