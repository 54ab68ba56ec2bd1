import { z } from 'zod';

const name = z.string().regex(/^[A-Za-z0-9][\w./-]*$/, 'must begin with a letter or a digit');

/** The layers of a head, each as plain data. `name` is the class and a number by default, such as `dense1`. */
export const headSchema = z
  .array(
    z.discriminatedUnion('layer', [
      z.strictObject({ layer: z.literal('flatten'), name: name.optional() }),
      z.strictObject({ layer: z.literal('average'), name: name.optional() }),
      z.strictObject({ layer: z.literal('max'), name: name.optional() }),
      z.strictObject({
        layer: z.literal('dense'),
        name: name.optional(),
        units: z.int().positive(),
        activation: z
          .enum(['linear', 'relu', 'relu6', 'swish', 'sigmoid', 'tanh', 'elu', 'softmax'])
          .default('linear'),
      }),
      z.strictObject({
        layer: z.literal('dropout'),
        name: name.optional(),
        rate: z.number().min(0).lt(1),
      }),
      z.strictObject({
        layer: z.literal('batch-norm'),
        name: name.optional(),
        momentum: z.number().min(0).max(1).default(0.99),
      }),
    ]),
  )
  .min(1);

/** The layers of a head, with defaults filled in. */
export type HeadSpec = z.output<typeof headSchema>;

/** The layers of a head as a configuration writes them. */
export type HeadOptions = z.input<typeof headSchema>;
