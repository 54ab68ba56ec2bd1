import { colonHint } from './colon-hint.ts';

/** The reason why an object is not an op: the field `op` is missing. Keys that contain a colon are explained. */
export function missingOp(spec: object): string {
  const hints = Object.keys(spec).flatMap((key) => {
    const hint = colonHint(key);
    return hint === undefined ? [] : [`instead of "${key}" ${hint}`];
  });
  return ['the field "op", with the name of the op, is missing', ...hints].join('; ');
}
