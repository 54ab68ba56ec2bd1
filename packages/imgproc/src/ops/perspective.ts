import { z } from 'zod';
import { perspectiveMatrix, perspectivePoints } from '../kernels/perspective.ts';
import { border } from '../op-contract/border.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { outsideInterval } from '../op-contract/outside-interval.ts';
import { remapped } from '../op-contract/remapped.ts';

/** With larger shares, the corners may lie so that no perspective joins them. */
const MOST = 0.2;

const corner = z.strictObject({ down: z.number(), right: z.number() });

const numbers = z.strictObject({
  /** At the top left, top right, bottom right and bottom left. */
  corners: z.tuple([corner, corner, corner, corner]).readonly(),
  border,
});

export const perspective = defineOp({
  description:
    'Shows an image as if seen from the side. The corners of the result are four points of the image, one near each of its corners. Their distances from the corners are shares of the height and the width, drawn uniformly. Bilinear: `cv2.warpPerspective`, except for rare differences in the last bit of a coordinate.',
  schema: z.strictObject({
    op: z.literal('perspective'),
    corners: interval(-MOST, MOST)
      .default([0, 0.1])
      .describe(
        'The distance of each point from its corner of the image, as a share of the height and the width; negative shares are outside.',
      ),
    border: border.default('nearest'),
  }),
  numbers,
  draw: ({ corners, border: outside }, rng) => {
    const drawn = () => ({ down: rng.uniform(...corners), right: rng.uniform(...corners) });
    return { corners: [drawn(), drawn(), drawn(), drawn()] as const, border: outside };
  },
  checkDrawn: ({ corners }, _within, spec) => {
    for (const [at, { down, right }] of corners.entries()) {
      const reason = outsideInterval(down, spec.corners) ?? outsideInterval(right, spec.corners);
      if (reason !== undefined) return { op: 'perspective', field: `corners.${at}`, reason };
    }
    return undefined;
  },
  setUp: () =>
    remapped((size, { corners }: z.output<typeof numbers>) =>
      perspectivePoints(perspectiveMatrix(size, corners)),
    ),
});
