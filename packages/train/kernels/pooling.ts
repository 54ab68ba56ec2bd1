/** The shape of a block of layers. Images are `[batch, blocks, height, width, block]`. */
@unmanaged
export class Pooling {
  batch!: i32;
  blocks!: i32;
  /** A multiple of 4, 16 at most. */
  block!: i32;
  height!: i32;
  width!: i32;
  /** (height, width) of the pooled image. */
  rows!: i32;
  columns!: i32;
  /** Windows may reach past the edges, where there is nothing, and may leave pixels over. */
  windowHeight!: i32;
  windowWidth!: i32;
  strideHeight!: i32;
  strideWidth!: i32;
  /** How far the first window reaches past the upper and the left edge. */
  top!: i32;
  left!: i32;
  /** Of the gradient: rows from `height` on are zero. */
  paddedHeight!: i32;
  epsilon!: f32;
  /** 0: what is negative stays. */
  rectify!: i32;

  /** Whether nothing is pooled. */
  get isSingle(): bool {
    return this.windowHeight * this.windowWidth * this.strideHeight * this.strideWidth === 1;
  }

  /** Whether windows lie side by side, from the first pixel on. */
  get isApart(): bool {
    const isApart =
      this.strideHeight === this.windowHeight && this.strideWidth === this.windowWidth;
    return isApart && this.top === 0 && this.left === 0;
  }

  /** Whether all windows are whole squares of four pixels, side by side. */
  get isOfFour(): bool {
    const areTwo = this.windowHeight === 2 && this.windowWidth === 2;
    const areWhole = 2 * this.rows <= this.height && 2 * this.columns <= this.width;
    return this.isApart && areTwo && areWhole;
  }

  /** What numbers are raised to at least. */
  get floor(): f32 {
    return this.rectify !== 0 ? 0 : -Infinity;
  }

  /** Bytes of a pixel's block of channels. */
  get step(): usize {
    return <usize>this.block * 4;
  }

  get plane(): usize {
    return <usize>(this.height * this.width) * this.step;
  }

  get pooledPlane(): usize {
    return <usize>(this.rows * this.columns) * this.step;
  }

  get paddedPlane(): usize {
    return <usize>(this.paddedHeight * this.width) * this.step;
  }

  /** The first row of the image that the windows of `row` hold, and the one after their last. */
  firstRow(row: i32): i32 {
    return max(0, row * this.strideHeight - this.top);
  }

  endRow(row: i32): i32 {
    return min(this.height, row * this.strideHeight - this.top + this.windowHeight);
  }
}
