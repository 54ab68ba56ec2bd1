import type { ImageFacts } from './image-facts.ts';

/** An image that could be read. */
export interface ExaminedImage {
  /** The path relative to the data set's folder. */
  readonly id: string;
  /** The index of its class in the class map. */
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

/** The images of a data set, as `assessHealth` needs them. */
export interface HealthInput {
  readonly classes: readonly string[];
  readonly images: readonly ExaminedImage[];
  readonly bad: readonly UnreadableImage[];
  /** Whether images of any shape are prepared with their proportions. Then different shapes are no finding. */
  readonly keepsProportions?: boolean | undefined;
}
