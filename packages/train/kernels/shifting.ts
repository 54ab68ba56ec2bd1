/** How an image is written once for each column of a kernel. */
@unmanaged
export class Shifting {
  batch!: i32;
  /** A multiple of 4. */
  block!: i32;
  blocks!: i32;
  height!: i32;
  width!: i32;
  /** (height, width) of what is written: rows from `height` on are zero. */
  rows!: i32;
  columns!: i32;
  windowWidth!: i32;
  /** The border on the left of the image, in pixels. */
  left!: i32;
  /** Zeros before and after everything: rows can then be shifted by reading from another start. */
  lead!: i32;
  tail!: i32;
  /** Whether samples are the inner axis of channels, not the outermost. */
  samplesInside!: i32;

  get plane(): usize {
    return <usize>(this.rows * this.columns) * 4;
  }

  /** Where `channel` of `sample` goes, as the `column`th column of a kernel meets it. */
  planeAt(result: usize, sample: i32, column: i32, channel: i32): usize {
    const channels = this.blocks * this.block;
    const index =
      this.samplesInside !== 0
        ? (column * channels + channel) * this.batch + sample
        : (sample * this.windowWidth + column) * channels + channel;
    return result + <usize>this.lead * 4 + <usize>index * this.plane;
  }

  /** The first written column that lies in the image, of those that `column` meets. */
  firstOf(column: i32): i32 {
    return min(max(0, this.left - column), this.columns);
  }

  /** The column after the last one that lies in the image. */
  endOf(column: i32): i32 {
    return max(this.firstOf(column), min(this.columns, this.width + this.left - column));
  }

  /** Writes the zeros before and after. */
  fillEnds(result: usize): void {
    memory.fill(result, 0, <usize>this.lead * 4);
    const planes = <usize>(this.batch * this.windowWidth * this.blocks * this.block);
    const end = result + <usize>this.lead * 4 + planes * this.plane;
    memory.fill(end, 0, <usize>this.tail * 4);
  }
}
