import type { HealthReport } from '@sprout/core';
import type { HealthSection } from '@sprout/viz';

/** What a report says of the health of the data. */
export function healthSection({
  bad,
  duplicates,
  giveaways,
  findings,
}: HealthReport): HealthSection {
  const shown = new Set(['unreadable', 'duplicates', 'class-conflict', 'split-leak']); // these have lists of their own
  return {
    bad: bad.map(({ id, reason }) => ({ path: id, reason })),
    duplicates: duplicates.map(({ kind, ids, classes, acrossSplit }) => ({
      kind: kind === 'near' ? 'near' : 'exact',
      paths: ids,
      acrossClasses: classes.length > 1,
      acrossSplit,
    })),
    giveaways,
    notes: findings.filter(({ kind }) => !shown.has(kind)).map(({ sentence }) => sentence),
  };
}
