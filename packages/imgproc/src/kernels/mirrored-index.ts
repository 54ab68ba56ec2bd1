/** Maps a coordinate outside `0 .. size - 1` to one inside, mirrored about the edge pixel: `BORDER_REFLECT_101` of OpenCV. */
export function mirroredIndex(at: number, size: number): number {
  if (size === 1) return 0;
  const period = 2 * (size - 1);
  const near = ((at % period) + period) % period;
  return near < size ? near : period - near;
}
