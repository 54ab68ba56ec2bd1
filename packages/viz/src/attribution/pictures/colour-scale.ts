/** A colour, red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/**
 * Matplotlib's inferno at 17 places, 0 to 1: equal steps look equal, and it is readable in grey and with colour blindness.
 *
 * @see van der Walt and Smith, CC0.
 */
const INFERNO =
  '000004 0b0724 210c4a 3c0a65 57106d 70196e 89226a a32c61 bb3755 d14545 e45933 f1721e fa8d0b fcab10 f9ca33 f2e865 fcffa4';

/** Vega's blueorange at 17 places, -1 to 1: blue against, orange for, pale at 0. */
const BLUE_ORANGE =
  '134b85 2567a2 3b83b9 579dc8 7db6d6 a4cde3 c5deec dee9ee f2f0eb f8e6cc fcd8a9 fbc37d f2a952 e48e2b ce7416 b55d0b 994a07';

const ANCHORS = { sequential: anchorsOf(INFERNO), signed: anchorsOf(BLUE_ORANGE) } as const;

/** `sequential` for values of 0 or more, `signed` for values of both signs. */
export type ColourScale = keyof typeof ANCHORS;

/**
 * The colour of a value.
 *
 * @param value 0 to 1 for `sequential`, -1 to 1 for `signed`; a value outside has the colour of the nearest end.
 */
export function colourOf(scale: ColourScale, value: number): Colour {
  const anchors = ANCHORS[scale];
  const share = scale === 'signed' ? (value + 1) / 2 : value;
  const place = Math.min(Math.max(share, 0), 1) * (anchors.length - 1);
  const from = Math.min(Math.floor(place), anchors.length - 2);
  const [one, other] = [anchors[from]!, anchors[from + 1]!]; // the place is inside
  const mix = (channel: 0 | 1 | 2): number =>
    Math.round(one[channel] + (other[channel] - one[channel]) * (place - from));
  return [mix(0), mix(1), mix(2)];
}

function anchorsOf(text: string): readonly Colour[] {
  return text.split(' ').map((hex): Colour => {
    const number = Number.parseInt(hex, 16);
    return [number >> 16, (number >> 8) & 255, number & 255];
  });
}
