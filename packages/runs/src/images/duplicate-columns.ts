/** The columns of the table of duplicates. The last one distinguishes it from other tables of groups. */
export const DUPLICATE_COLUMNS = ['path', 'group', 'likeness'] as const;
