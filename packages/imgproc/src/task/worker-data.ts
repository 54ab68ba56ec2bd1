/** What a worker is told when it starts. */
export interface WorkerData {
  readonly pixelLimit: number | undefined;
}
