/** The day in Beijing, ISO. */
export function today(): string {
  const eightHours = 8 * 3_600_000;
  return new Date(Date.now() + eightHours).toISOString().slice(0, 10);
}
