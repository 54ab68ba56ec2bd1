/** How an image is cut into what a kernel meets. */
@unmanaged
export class Patching {
  batch!: i32;
  channels!: i32;
  height!: i32;
  width!: i32;
  /** (height, width) of the convolution's result. */
  rows!: i32;
  columns!: i32;
  windowHeight!: i32;
  windowWidth!: i32;
  strideHeight!: i32;
  strideWidth!: i32;
  /** The borders above the image and on its left, in pixels. */
  top!: i32;
  left!: i32;
}
