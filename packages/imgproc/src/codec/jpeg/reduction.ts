/** The factors by which libjpeg can shrink an image while it decodes it. */
export type Reduction = 1 | 2 | 4 | 8;
