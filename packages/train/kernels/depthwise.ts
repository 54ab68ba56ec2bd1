/** The parameters of the gradients of a depthwise convolution. Images are in NCHWc: `[batch, blocks, height, width, channelBlock]`. */
@unmanaged
export class Depthwise {
  batch!: i32;
  /** The number of channel blocks. */
  blocks!: i32;
  /** The channels of a channel block: 4, 8 or 16. */
  channelBlock!: i32;
  height!: i32;
  width!: i32;
  /** (height, width) of the convolution's result. */
  rows!: i32;
  columns!: i32;
  windowHeight!: i32;
  windowWidth!: i32;
  strideHeight!: i32;
  strideWidth!: i32;
  /** The borders above and left of the image, in pixels. */
  top!: i32;
  left!: i32;

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
    return <usize>(this.rows * this.columns) * this.pixelBytes;
  }

  /** Bytes of the filters of a channel block. */
  get filterBytes(): usize {
    return <usize>(this.windowHeight * this.windowWidth) * this.pixelBytes;
  }

  /** The first row of the result for which row `i` of the window is inside the image. */
  firstRow(i: i32): i32 {
    return firstInside(i - this.top, this.strideHeight, this.rows);
  }

  /** The row after the last one for which row `i` of the window is inside the image. */
  endRow(i: i32): i32 {
    return endInside(i - this.top, this.strideHeight, this.height, this.rows);
  }

  /** The first column of the result for which column `j` of the window is inside the image. */
  firstColumn(j: i32): i32 {
    return firstInside(j - this.left, this.strideWidth, this.columns);
  }

  /** The column after the last one for which column `j` of the window is inside the image. */
  endColumn(j: i32): i32 {
    return endInside(j - this.left, this.strideWidth, this.width, this.columns);
  }
}

/** The first position whose pixel, `position * stride + offset`, is at least 0; at most `count`. */
function firstInside(offset: i32, stride: i32, count: i32): i32 {
  return min(count, (max(0, -offset) + stride - 1) / stride);
}

/** The position after the last one whose pixel is below `length`; at most `count`. */
function endInside(offset: i32, stride: i32, length: i32, count: i32): i32 {
  const last = length - 1 - offset;
  return last < 0 ? 0 : min(count, last / stride + 1);
}
