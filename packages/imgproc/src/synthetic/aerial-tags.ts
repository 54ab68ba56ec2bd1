/** The weather tags. Each image has one of them. Clouds hide the ground. */
export const WEATHER = { clear: 0.66, partly_cloudy: 0.18, haze: 0.11, cloudy: 0.05 } as const;

/** The tags of the ground, with the share of images that have each, most frequent first. */
export const GROUND = {
  primary: 0.9,
  agriculture: 0.35,
  road: 0.28,
  water: 0.24,
  habitation: 0.15,
  cultivation: 0.12,
  bare_ground: 0.09,
  blooming: 0.06,
} as const;

export type Weather = keyof typeof WEATHER;
export type Ground = keyof typeof GROUND;
