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
  /** Windows lie side by side from the first pixel on. The last ones may reach past the edge, or leave pixels over. */
  windowHeight!: i32;
  windowWidth!: i32;
  /** Of the gradient: rows from `height` on are zero. */
  paddedHeight!: i32;
  epsilon!: f32;
  /** 0: what is negative stays. */
  rectify!: i32;

  /** Whether nothing is pooled. */
  get isSingle(): bool {
    return this.windowHeight * this.windowWidth === 1;
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
}
