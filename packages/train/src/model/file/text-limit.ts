/** The most bytes that `model.json` and `sprout.json` may have: 4 MB. Those of the largest networks in Keras have 1 MB. */
export const TEXT_LIMIT = 4 * 2 ** 20;
