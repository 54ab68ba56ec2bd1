import { checkWhole } from '@sprout/core';

/** @throws {SproutError} `option-invalid` unless both sides are whole numbers from 1 on. */
export function checkSize({
  height,
  width,
}: {
  readonly height: number;
  readonly width: number;
}): void {
  checkWhole('height', height, { least: 1 });
  checkWhole('width', width, { least: 1 });
}
