/** The borders, in the order of the table `BORDER_NUMBERS` of the package. See `Border` there. */
export const NEAREST: i32 = 0;
const REFLECT: i32 = 1;
export const WRAP: i32 = 2;
export const CONSTANT: i32 = 3;

/** `borderCoordinate` of the package, with the same operations in the same order. */
export function borderCoordinate(at: f64, size: f64, border: i32): f64 {
  if (border === CONSTANT) return at < 0 || at > size - 1 ? -1 : at;
  if (border === NEAREST) return min<f64>(size - 1, max<f64>(0, at));
  if (border === REFLECT) return reflected(at, size);
  if (at < 0) return at + size * (trunc<f64>((-1 - at) / size) + 1);
  return at > size - 1 ? at - size * trunc<f64>(at / size) : at;
}

function reflected(at: f64, size: f64): f64 {
  const period = 2 * size;
  if (at < 0) {
    const near = at < -period ? period * trunc<f64>(-at / period) + at : at;
    if (near < -size) return near + period;
    return (near > -1e-15 ? 1e-15 : -near) - 1;
  }
  if (at <= size - 1) return at;
  const near = at - period * trunc<f64>(at / period);
  return near >= size ? period - near - 1 : near;
}

/** `borderPixel` of the package: for pixels at most one outside. */
export function borderPixel(at: i32, size: i32, border: i32): i32 {
  if (at >= 0 && at < size) return at;
  if (border === WRAP) return at < 0 ? at + size : at - size;
  if (border === REFLECT) return at < 0 ? -at - 1 : 2 * size - 1 - at;
  return at < 0 ? 0 : size - 1;
}

/** `borderIndex` of the package: for pixels at any distance, -1 in a constant border. */
export function borderIndex(at: i32, size: i32, border: i32): i32 {
  if (at >= 0 && at < size) return at;
  if (border === CONSTANT) return -1;
  if (border === NEAREST) return at < 0 ? 0 : size - 1;
  const period = border === WRAP ? size : 2 * size;
  const within = ((at % period) + period) % period;
  return within < size ? within : 2 * size - 1 - within;
}
