import { shapeMismatch } from '@sprout/core';
import { z } from 'zod';
import { defineOp } from '../src/op-contract/define-op.ts';

/** An op that fails with an error that no image caused. */
export const failing = defineOp({
  schema: z.strictObject({ op: z.literal('failing') }),
  setUp: () => ({
    apply: ({ height, width, channels }) => {
      throw shapeMismatch('The result', { expected: [], received: [height, width, channels] });
    },
  }),
});
