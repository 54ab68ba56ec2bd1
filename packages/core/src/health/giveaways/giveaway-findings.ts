import type { Finding, Giveaway } from '../report/health-report.ts';
import { nameSome } from '../report/name-some.ts';

const ADVICE: Readonly<Record<string, string>> = {
  'image size':
    'A model that sees the size, or what resizing does to it, may learn that: crop all classes alike.',
  'file type':
    'A model may learn what compression leaves behind: save all classes in the same way.',
  'bytes per pixel':
    'Bytes per pixel depend on the compression and on the amount of detail. A model may learn what compression leaves behind: save all classes in the same way.',
  brightness: 'A model may learn the light: photograph all classes alike, or augment brightness.',
  'border colour': 'A model may learn the frame: crop it away, or photograph all classes alike.',
  background: 'A model may learn the ground: photograph all classes alike, or mask the background.',
};
/** From this share of the way from guessing to certainty on, a giveaway makes every result meaningless. */
const SPOILT = 0.5;

/** One finding for each feature that gives classes away. */
export function giveawayFindings(giveaways: readonly Giveaway[]): Finding[] {
  return giveaways
    .filter(({ suspicious }) => suspicious)
    .map(({ feature, accuracy, chance, classes }) => {
      const named = classes.filter((each) => each.suspicious);
      const who =
        named.length > 0
          ? `${nameSome(named.map(({ name, area }) => `${name} (${area.toFixed(2)} of 1)`))} can be told from the rest by ${feature} alone`
          : `The class can be guessed from ${feature} alone`;
      return {
        severity: (accuracy - chance) / (1 - chance) >= SPOILT ? 'problem' : 'warning',
        kind: 'giveaway',
        sentence: `${who}; over all classes it answers right in ${percent(accuracy)} of cases, guessing in ${percent(chance)}. ${ADVICE[feature] ?? ''}`,
        classes: named.map(({ name }) => name),
        files: [],
      };
    });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
