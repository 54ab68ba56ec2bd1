/** The roles of weights that training changes without a gradient: Keras' names of the running mean and variance. */
export const RUNNING_STATISTICS: ReadonlySet<string> = new Set(['moving_mean', 'moving_variance']);
