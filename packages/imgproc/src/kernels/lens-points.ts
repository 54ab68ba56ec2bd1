import type { ImageSize } from './image-size.ts';
import { inSteps, type PointsOf } from './points.ts';

export type Lens = 'camera' | 'fisheye';

interface Distortion {
  readonly lens: Lens;
  /** 0 changes nothing. Positive numbers pull the corners towards the centre. */
  readonly amount: number;
}

/** The points of a radial distortion: the maps of `OpticalDistortion` of albumentations 2.0.8, but for rare differences in the last bit of a float. */
export function lensPoints(size: ImageSize, { lens, amount }: Distortion): PointsOf {
  return lens === 'camera' ? cameraPoints(size, amount) : fisheyePoints(size, amount);
}

/** `cv2.initUndistortRectifyMap` with the sides as focal lengths, the image's centre, and k1 = k2 = `amount`. */
function cameraPoints({ height, width }: ImageSize, amount: number): PointsOf {
  const k = Math.fround(amount);
  return (row, x, y) => {
    const down = (row - (height - 1) / 2) / height;
    for (let column = 0; column < width; column++) {
      const right = (column - (width - 1) / 2) / width;
      const square = right * right + down * down;
      const scale = 1 + (k * square + k) * square;
      x[column] = inSteps(Math.fround(width * right * scale + width / 2));
      y[column] = inSteps(Math.fround(height * down * scale + height / 2));
    }
  };
}

/** The distance from the centre grows by `amount` times the square of its share of the largest distance. */
function fisheyePoints({ height, width }: ImageSize, amount: number): PointsOf {
  const middleX = width / 2;
  const middleY = height / 2;
  const farthest = middleX * middleX + middleY * middleY;
  return (row, x, y) => {
    const down = row - middleY;
    for (let column = 0; column < width; column++) {
      const right = column - middleX;
      const scale = 1 + (amount * (right * right + down * down)) / farthest;
      x[column] = inSteps(Math.fround(right * scale + middleX));
      y[column] = inSteps(Math.fround(down * scale + middleY));
    }
  };
}
