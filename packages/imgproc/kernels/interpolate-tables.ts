/**
 * Replaces each value of a plane by the interpolated entries of the tables of the four nearest tiles.
 *
 * @param rows For each row: the addresses of the tables of two rows of tiles (u32), and the weight of the second one (f32).
 * @param columns For each column: the offsets of two tables in a row (u32), and the weight of the second one (f32).
 */
export function interpolateTables(
  plane: usize,
  rows: usize,
  height: i32,
  columns: usize,
  width: i32,
): void {
  const end = columns + 12 * <usize>width;
  for (let row = 0; row < height; row++, rows += 12) {
    const above = <usize>load<u32>(rows);
    const below = <usize>load<u32>(rows, 4);
    const down = load<f32>(rows, 8);
    const up = <f32>1 - down;
    for (let column = columns; column < end; column += 12, plane++) {
      const value = <usize>load<u8>(plane);
      const left = <usize>load<u32>(column) + value;
      const right = <usize>load<u32>(column, 4) + value;
      const toRight = load<f32>(column, 8);
      const toLeft = <f32>1 - toRight;
      const upper = <f32>load<u8>(above + left) * toLeft + <f32>load<u8>(above + right) * toRight;
      const lower = <f32>load<u8>(below + left) * toLeft + <f32>load<u8>(below + right) * toRight;
      store<u8>(plane, <i32>nearest<f32>(upper * up + lower * down));
    }
  }
}
