import type { LeafForm } from './species.ts';

/** An entire (untoothed) leaf with side veins. */
export function blade(form: {
  readonly aspect: number;
  readonly base: number;
  readonly tip: number;
  readonly petiole: number;
}): LeafForm {
  const { petiole, ...outline } = form;
  return { outline: { kind: 'blade', ...outline }, petiole, veins: 'pinnate' };
}

/** A strap without a stalk, with veins side by side. */
export function grass(form: {
  readonly aspect: number;
  readonly base: number;
  readonly tip: number;
}): LeafForm {
  return { outline: { kind: 'blade', ...form }, petiole: 0, veins: 'parallel' };
}

/** A round leaf with veins like fingers. */
export function disc(form: {
  readonly aspect: number;
  readonly baseNotch: number;
  readonly tipNotch: number;
  readonly lobes?: { readonly count: number; readonly depth: number };
  readonly petiole: number;
}): LeafForm {
  const { petiole, ...outline } = form;
  return { outline: { kind: 'disc', ...outline }, petiole, veins: 'palmate' };
}
