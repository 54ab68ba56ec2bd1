import { z } from 'zod';

/** How an image continues beyond its edges: see the type `Border`. */
export const border = z.enum(['nearest', 'reflect', 'wrap', 'constant']);
