/** Tiles of the result have 4 x 4 pixels, tiles of the image 6 x 6. */
const TILE = 4;
const IMAGE_TILE = 6;

/**
 * The parameters of Winograd's convolution F(4 x 4, 3 x 3). Images are in NCHWc: `[batch, blocks, height, width, channelBlock]`.
 * Transformed tiles are `[36, blocks, batch, tile rows * tile columns, channelBlock]`.
 */
@unmanaged
export class Winograd {
  batch!: i32;
  /** The number of channel blocks. */
  blocks!: i32;
  /** The channels of a channel block: 4, 8 or 16. */
  channelBlock!: i32;
  height!: i32;
  width!: i32;
  /** (height, width) of the convolution's result, before a pooling. */
  rows!: i32;
  columns!: i32;
  /** The borders above and left of the image, in pixels. */
  top!: i32;
  left!: i32;
  /** Whether the result is pooled: the maximum of windows of 2 x 2 pixels. */
  isPooled!: i32;
  /** The activation: numbers are clipped to these limits, which may be infinite. */
  lowerLimit!: f32;
  upperLimit!: f32;

  get tileRows(): i32 {
    return (this.rows + TILE - 1) / TILE;
  }

  get tileColumns(): i32 {
    return (this.columns + TILE - 1) / TILE;
  }

  /** Bytes of the channel block of one pixel. */
  get pixelBytes(): usize {
    return <usize>this.channelBlock * 4;
  }

  /** Bytes of a channel block of one image. */
  get planeBytes(): usize {
    return <usize>(this.height * this.width) * this.pixelBytes;
  }

  /** Bytes of a channel block of one result. */
  get resultBytes(): usize {
    const pixels = this.isPooled ? (this.rows / 2) * (this.columns / 2) : this.rows * this.columns;
    return <usize>pixels * this.pixelBytes;
  }

  /** Bytes of a row of the result, where its last tile is whole. */
  get stripBytes(): usize {
    return <usize>(TILE * this.tileColumns) * this.pixelBytes;
  }

  /** Bytes of a row of the image under whole tiles. */
  get imageStripBytes(): usize {
    return this.stripBytes + <usize>(IMAGE_TILE - TILE) * this.pixelBytes;
  }

  /** Bytes of a row of tiles in one of the 36 planes. */
  get tileRowBytes(): usize {
    return <usize>this.tileColumns * this.pixelBytes;
  }

  /** Bytes of a channel block in one of the 36 planes: the tiles of all images. */
  get tilesBytes(): usize {
    return <usize>(this.batch * this.tileRows) * this.tileRowBytes;
  }
}
