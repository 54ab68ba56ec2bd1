import type { LeafForm } from './species.ts';

/** A leaf without teeth, with pinnate veins. */
export function blade(form: {
  readonly aspect: number;
  readonly base: number;
  readonly tip: number;
  readonly petiole: number;
}): LeafForm {
  const { petiole, ...outline } = form;
  return { outline: { kind: 'blade', ...outline }, petiole, veins: 'pinnate' };
}

/** A narrow leaf without a stalk, with parallel veins. */
export function grass(form: {
  readonly aspect: number;
  readonly base: number;
  readonly tip: number;
}): LeafForm {
  return { outline: { kind: 'blade', ...form }, petiole: 0, veins: 'parallel' };
}

/** A round leaf with palmate veins. */
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
