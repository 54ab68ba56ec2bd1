/** The path of a file of an array inside the array's folder: that of chunk `number` of the first axis. */
export function chunkPath(number: number, axes: number): string {
  return ['c', number, ...Array.from({ length: axes - 1 }, () => 0)].join('/');
}
