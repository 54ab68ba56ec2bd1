import { z } from 'zod';

const value = z.int().min(0).max(255);

/** The schema of a colour: red, green and blue, 0 to 255. */
export const colour = z.tuple([value, value, value]).readonly();
