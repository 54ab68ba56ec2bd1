/** The sign bits of four gammas: numbers with these bits flipped rise where what they are normalised to rises. */
@inline
export function flipsOf(gamma: usize, lanes: usize): v128 {
  const falls = f32x4.lt(v128.load(gamma + lanes), f32x4.splat(0));
  return v128.and(falls, i32x4.splat(<i32>0x80000000));
}

/** `gamma / sqrt(variance + epsilon)` of four channels. */
@inline
export function factorOf(gamma: usize, variance: usize, lanes: usize, epsilon: f32): v128 {
  const deviation = f32x4.sqrt(f32x4.add(v128.load(variance + lanes), f32x4.splat(epsilon)));
  return f32x4.div(v128.load(gamma + lanes), deviation);
}
