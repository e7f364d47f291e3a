/** A reading → its copy as a project keeps it. */
import type { Copy, Reading } from './copy.ts';

/** The copy with what the reader kept out of the stories by name, how sure it is of that, and what it suspects. */
export function named({ copy, asides, flags }: Reading): Copy {
  const kept = asides.flatMap(({ span: [from, to], what, confidence }) =>
    what === 'furniture' || what === 'separator'
      ? [{ span: [from, to] as [number, number], what, ...(confidence === undefined ? {} : { confidence }) }]
      : [],
  );
  return {
    ...copy,
    ...(kept.length > 0 ? { asides: kept } : {}),
    ...(flags.length > 0 ? { flags: flags.map(({ span: [from, to], reason }) => ({ span: [from, to] as [number, number], reason })) } : {}),
  };
}
