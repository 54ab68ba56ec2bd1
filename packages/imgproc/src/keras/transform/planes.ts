/** The order of the axes of an image in memory: `[height, width, channels]` or `[channels, height, width]`. */
export type ChannelOrder = 'channels-last' | 'channels-first';

/** An image of floats as Keras transforms it: one plane a channel, `[channels, height, width]`. */
export interface Planes {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly data: Float32Array;
  /** The order in which NumPy would hold these values. Sums depend on it in their last bits. */
  readonly order: ChannelOrder;
}

type Shape = Omit<Planes, 'data'>;

/** Copies the planes out of values in the order `order`. */
export function toPlanes(values: ArrayLike<number>, shape: Shape): Planes {
  const { height, width, channels, order } = shape;
  const data = new Float32Array(height * width * channels);
  if (order === 'channels-first') data.set(values);
  else {
    const size = height * width;
    for (let channel = 0; channel < channels; channel++) {
      const start = channel * size;
      for (let at = 0; at < size; at++) data[start + at] = values[at * channels + channel]!; // as many as the shape says
    }
  }
  return { height, width, channels, order, data };
}

/** The values of an image in the given order, in new memory or in `target`. */
export function fromPlanes<T extends Float32Array | Uint8Array = Float32Array>(
  { height, width, channels, data }: Planes,
  order: ChannelOrder,
  target: T = new Float32Array(data.length) as T, // T is a Float32Array unless the caller gives a target
): T {
  if (order === 'channels-first') target.set(data);
  else {
    const size = height * width;
    for (let channel = 0; channel < channels; channel++) {
      const start = channel * size;
      for (let at = 0; at < size; at++) target[at * channels + channel] = data[start + at]!; // as many as the shape says
    }
  }
  return target;
}
