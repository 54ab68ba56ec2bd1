/** The remaining time in words: `40 s left`, `3 min left`, `1 h 20 min left`. Empty for an unknown time. */
export function leftText(seconds: number): string {
  if (!Number.isFinite(seconds)) return '';
  if (seconds < 59.5) return `${Math.max(0, Math.round(seconds))} s left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min left`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}
