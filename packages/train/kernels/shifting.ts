/** The parameters of `shiftImage`. */
@unmanaged
export class Shifting {
  batch!: i32;
  /** The channels of a channel block: a multiple of 4. */
  channelBlock!: i32;
  /** The number of channel blocks. */
  blocks!: i32;
  height!: i32;
  width!: i32;
  /** (height, width) of a plane of the result. Its rows from `height` on are zeros. */
  rows!: i32;
  columns!: i32;
  windowWidth!: i32;
  /** The border left of the image, in pixels. */
  left!: i32;
  /** The number of zeros before and after all planes, for views that begin before the first plane or end after the last one. */
  lead!: i32;
  tail!: i32;
  /** Whether the batch is an axis inside the channels (1), or the channels are an axis inside the batch (0). */
  imagesInside!: i32;

  get planeBytes(): usize {
    return <usize>(this.rows * this.columns) * 4;
  }

  /** The address of the plane for one channel of one image and one column of the window. */
  planeAt(result: usize, image: i32, column: i32, channel: i32): usize {
    const channels = this.blocks * this.channelBlock;
    const index =
      this.imagesInside !== 0
        ? (column * channels + channel) * this.batch + image
        : (image * this.windowWidth + column) * channels + channel;
    return result + <usize>this.lead * 4 + <usize>index * this.planeBytes;
  }

  /** The first column of a plane that holds pixels of the image, for one column of the window. */
  firstOf(column: i32): i32 {
    return min(max(0, this.left - column), this.columns);
  }

  /** The column after the last one that holds pixels of the image. */
  endOf(column: i32): i32 {
    return max(this.firstOf(column), min(this.columns, this.width + this.left - column));
  }

  /** Writes the zeros before and after all planes. */
  fillEnds(result: usize): void {
    memory.fill(result, 0, <usize>this.lead * 4);
    const planes = <usize>(this.batch * this.windowWidth * this.blocks * this.channelBlock);
    const end = result + <usize>this.lead * 4 + planes * this.planeBytes;
    memory.fill(end, 0, <usize>this.tail * 4);
  }
}
