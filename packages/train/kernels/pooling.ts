/** The parameters of `normalisePool` and its gradient. Images are in NCHWc: `[batch, blocks, height, width, channelBlock]`. */
@unmanaged
export class Pooling {
  batch!: i32;
  /** The number of channel blocks. */
  blocks!: i32;
  /** The channels of a channel block: 4, 8 or 16. */
  channelBlock!: i32;
  height!: i32;
  width!: i32;
  /** (height, width) of the pooled image. */
  rows!: i32;
  columns!: i32;
  /** Windows may extend beyond the image, where they hold no pixels, and need not cover all of it. */
  windowHeight!: i32;
  windowWidth!: i32;
  strideHeight!: i32;
  strideWidth!: i32;
  /** The borders above and left of the image, in pixels. */
  top!: i32;
  left!: i32;
  /** The height of the gradient with respect to the image. Its rows from `height` on are zeros. */
  paddedHeight!: i32;
  epsilon!: f32;
  /** The activation after the batch normalisation: numbers are clipped to these limits, which may be infinite. */
  lowerLimit!: f32;
  upperLimit!: f32;

  /** Whether windows are single pixels, one for each pixel of the image. */
  get areSinglePixels(): bool {
    return this.windowHeight * this.windowWidth * this.strideHeight * this.strideWidth === 1;
  }

  /** Whether the windows tile the image from its first pixel on, without overlaps and gaps. */
  get areTiles(): bool {
    const isStrideSize =
      this.strideHeight === this.windowHeight && this.strideWidth === this.windowWidth;
    return isStrideSize && this.top === 0 && this.left === 0;
  }

  /** Whether the windows are tiles of 2 x 2 pixels, all inside the image. */
  get are2x2(): bool {
    const areTwo = this.windowHeight === 2 && this.windowWidth === 2;
    const areWhole = 2 * this.rows <= this.height && 2 * this.columns <= this.width;
    return this.areTiles && areTwo && areWhole;
  }

  /** Bytes of the channel block of one pixel. */
  get pixelBytes(): usize {
    return <usize>this.channelBlock * 4;
  }

  /** Bytes of a channel block of one image. */
  get planeBytes(): usize {
    return <usize>(this.height * this.width) * this.pixelBytes;
  }

  /** Bytes of a channel block of one pooled image. */
  get pooledBytes(): usize {
    return <usize>(this.rows * this.columns) * this.pixelBytes;
  }

  /** Bytes of a channel block of one padded gradient. */
  get paddedBytes(): usize {
    return <usize>(this.paddedHeight * this.width) * this.pixelBytes;
  }

  /** The first row of the image inside the windows of `row`. */
  firstRow(row: i32): i32 {
    return max(0, row * this.strideHeight - this.top);
  }

  /** The row of the image after the last one inside the windows of `row`. */
  endRow(row: i32): i32 {
    return min(this.height, row * this.strideHeight - this.top + this.windowHeight);
  }
}
