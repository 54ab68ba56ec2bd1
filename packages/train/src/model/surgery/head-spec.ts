import { z } from 'zod';

const name = z
  .string()
  .regex(/^[A-Za-z0-9][\w./-]*$/, 'must begin with a letter or a digit')
  .describe('The name of the layer; by default its kind and a number, such as `dense1`.');

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
        units: z.int().positive().describe('The number of outputs.'),
        activation: z
          .enum(['linear', 'relu', 'relu6', 'swish', 'sigmoid', 'tanh', 'elu', 'softmax'])
          .default('linear')
          .describe('The activation.'),
      }),
      z.strictObject({
        layer: z.literal('dropout'),
        name: name.optional(),
        rate: z.number().min(0).lt(1).describe('The share of inputs that are set to 0.'),
      }),
      z.strictObject({
        layer: z.literal('batch-norm'),
        name: name.optional(),
        momentum: z
          .number()
          .min(0)
          .max(1)
          .default(0.99)
          .describe('The share of the moving statistics that each step keeps.'),
      }),
    ]),
  )
  .min(1);

/** The layers of a head, with defaults filled in. */
export type HeadSpec = z.output<typeof headSchema>;

/** The layers of a head as a configuration writes them. */
export type HeadOptions = z.input<typeof headSchema>;
