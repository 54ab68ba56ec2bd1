export type { ImageSize } from '../kernels/image-size.ts';
