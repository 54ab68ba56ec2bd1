import type { ImageFacts } from './image-facts.ts';

/** An image that could be read. */
export interface ExaminedImage {
  /** The path relative to the data set's folder. */
  readonly id: string;
  /** The position of its class in the class map. */
  readonly label: number;
  readonly subset?: 'training' | 'validation';
  readonly facts: ImageFacts;
}

/** A file that could not be read. */
export interface UnreadableImage {
  readonly id: string;
  readonly label: number;
  /** One sentence. */
  readonly reason: string;
}

/** What `assessHealth` needs to know about a data set. */
export interface HealthInput {
  readonly classes: readonly string[];
  readonly images: readonly ExaminedImage[];
  readonly bad: readonly UnreadableImage[];
}
