import { shapeMismatch } from '@sprout/core';
import { type ChannelOrder, fromPlanes, type Planes, toPlanes } from './transform/planes.ts';

/** An image of floats: `[height, width, channels]`, or `[channels, height, width]` for the data format `channels-first`. */
export interface FloatImage {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly data: Float32Array;
}

/** Images of one size, one after the other in memory. */
export interface FloatImages extends FloatImage {
  readonly count: number;
}

/** The planes of an image. @throws {SproutError} `shape-mismatch` unless it has as many values as its shape says. */
export function planesOf(image: FloatImage, order: ChannelOrder): Planes {
  checkFloats({ ...image, count: 1 });
  return toPlanes(image.data, { ...image, order });
}

/** The image with given planes. */
export function imageOf(planes: Planes, order: ChannelOrder): FloatImage {
  const { height, width, channels } = planes;
  return { height, width, channels, data: fromPlanes(planes, order) };
}

/** One of several images; its data is a part of theirs. */
export function imageAt({ height, width, channels, data }: FloatImages, at: number): FloatImage {
  const size = height * width * channels;
  return { height, width, channels, data: data.subarray(at * size, (at + 1) * size) };
}

/** @throws {SproutError} `shape-mismatch` unless there are as many floats as the shape says. */
export function checkFloats({ count, height, width, channels, data }: FloatImages): void {
  const sides = [count, height, width, channels];
  const isWhole = sides.every((side) => Number.isSafeInteger(side) && side >= 0);
  const expected = count * height * width * channels;
  if (isWhole && data instanceof Float32Array && data.length === expected) return;
  throw shapeMismatch('Images of floats', {
    expected: `${sides.join(' x ')}, as a Float32Array`,
    received: `a ${(data as object).constructor.name} of length ${data.length}`, // callers in JavaScript may pass any array
  });
}
