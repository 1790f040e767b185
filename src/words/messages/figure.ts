/** A number as a clause gives it, `16%` or `30 days`, by the name that its unit has in a rulebook. */
export function figureSaid(number: string, unit: string | undefined): string {
  if (unit === undefined || number.endsWith('%')) return number;
  return `${number} ${unit}`;
}
