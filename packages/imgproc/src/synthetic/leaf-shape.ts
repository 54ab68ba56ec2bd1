import type { Outline } from './species.ts';

/** The position of a point in a leaf. One object serves for all pixels, to save allocations. */
export interface LeafPoint {
  /** The distance to the edge in pixels; negative outside. */
  distance: number;
  /** 0 at the base, 1 at the tip. */
  along: number;
  /** 0 on the midrib, -1 and 1 at the edges. */
  across: number;
}

/** Fills `point` for `x` pixels from the base towards the tip and `y` pixels to the side of the axis. */
export type LeafShape = (x: number, y: number, point: LeafPoint) => void;

const STEPS = 256;

/**
 * A signed distance function of an outline at a size.
 *
 * @param length In pixels.
 * @param bend The displacement of the tip to the side, as a share of the length.
 */
export function leafShape(
  outline: Outline,
  { length, bend }: { readonly length: number; readonly bend: number },
): LeafShape {
  return outline.kind === 'blade'
    ? bladeShape(outline, length, bend)
    : discShape(outline, length, bend);
}

function bladeShape(outline: Outline & { kind: 'blade' }, length: number, bend: number): LeafShape {
  const { aspect, base, tip, margin } = outline;
  const peak = (base / (base + tip)) ** base * (tip / (base + tip)) ** tip;
  const half = (aspect * length) / 2;
  const widths = Float64Array.from({ length: STEPS + 1 }, (_, step) => {
    const along = step / STEPS;
    return (half * along ** base * (1 - along) ** tip) / peak;
  });
  return (x, y, point) => {
    const along = x / length;
    const side = y - bend * length * along * along;
    const beyond = along < 0 ? -x : along > 1 ? x - length : 0;
    point.along = along;
    if (beyond > 0) {
      point.across = 0;
      point.distance = -Math.hypot(beyond, side);
      return;
    }
    const away = Math.abs(side);
    const cut =
      margin === undefined
        ? 1
        : 1 - margin.depth * gap(along - (margin.lean * away) / length, margin);
    const width = widths[Math.floor(along * STEPS)]! * cut;
    const slope = 2 * bend * along;
    point.across = side / Math.max(width, 0.5);
    point.distance = (width - away) / Math.sqrt(1 + slope * slope);
  };
}

/** 0 on a tooth, 1 in a gap. */
function gap(
  along: number,
  margin: { readonly teeth: number; readonly sharpness: number },
): number {
  return 1 - (0.5 + 0.5 * Math.cos(2 * Math.PI * (along * margin.teeth + 0.5))) ** margin.sharpness;
}

function discShape(outline: Outline & { kind: 'disc' }, length: number, bend: number): LeafShape {
  const { aspect, baseNotch, tipNotch, lobes } = outline;
  const radius = length / (2 - baseNotch);
  const centre = length - radius;
  const radii = Float64Array.from({ length: STEPS + 1 }, (_, step) => {
    const angle = (step / STEPS) * Math.PI;
    const gaps =
      lobes === undefined ? 0 : lobes.depth * (0.5 - 0.5 * Math.cos(angle * lobes.count)) ** 3;
    return (
      1 -
      gaps -
      tipNotch * Math.exp(-((angle / 0.3) ** 2)) -
      baseNotch * Math.exp(-(((Math.PI - angle) / 0.3) ** 2))
    );
  });
  const scale = radius * Math.min(1, aspect);
  return (x, y, point) => {
    const along = x / length;
    const u = (x - centre) / radius;
    const v = (y - bend * length * along * along) / (radius * aspect);
    const edge = radii[Math.round((Math.abs(Math.atan2(v, u)) / Math.PI) * STEPS)]!;
    point.along = along;
    point.across = v / edge;
    point.distance = (edge - Math.hypot(u, v)) * scale;
  };
}
