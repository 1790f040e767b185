/** Rows and columns with something in them that are read of a sheet, at most. */
export const sheetLimits = { rows: 20_000, columns: 200 } as const;
