/** JSON with the keys of every object in order of code unit, so that equal data gives equal text. */

const sorted = (_key: string, value: unknown): unknown => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('A project holds a number that is not finite.');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const from = value as Record<string, unknown>;
  const to: Record<string, unknown> = {};
  for (const key of Object.keys(from).sort()) to[key] = from[key];
  return to;
};

/** The text of plain data, one space a level. Throws where a number is not finite: JSON would make it null. */
export const canonicalJson = (data: unknown): string => `${JSON.stringify(data, sorted, 1)}\n`;
