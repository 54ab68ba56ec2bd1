/** Whether `groupBy` names a CSV file rather than a pattern. */
export function isTable(groupBy: string): boolean {
  return groupBy.toLowerCase().endsWith('.csv');
}
