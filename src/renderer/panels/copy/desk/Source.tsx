/** 来稿: the text as it arrived, every character of it, coloured by what it was read as. */
import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Copy } from '../../../../core/copy/index.ts';
import type { CopyRow, RowRole } from '../../../state/copy-rows.ts';
import { setCopyView, useCopyView } from '../../../state/copy-view.ts';

interface Piece {
  readonly from: number;
  readonly text: string;
  readonly row: string | null;
  readonly role: RowRole | 'mark';
  readonly flag: string | null;
}

/** The copy cut where its owner changes and where a suspicion begins or ends. */
function piecesOf(copy: Copy, rows: readonly CopyRow[]): Piece[] {
  const owners: { from: number; to: number; row: string; role: RowRole }[] = rows.flatMap((r) =>
    r.kind === 'passage' && r.passage.origin?.copy === copy.id
      ? r.passage.origin.spans.map(([from, to]) => ({ from, to, row: r.key, role: r.role }))
      : r.kind === 'rest'
        ? [{ from: r.span[0], to: r.span[1], row: r.key, role: r.role }]
        : [],
  );
  owners.sort((a, b) => a.from - b.from);
  const flags = (copy.flags ?? []).filter((f) => f.span[1] - f.span[0] < copy.text.length / 2);
  const edges = [...new Set([0, copy.text.length, ...owners.flatMap((o) => [o.from, o.to]), ...flags.flatMap((f) => f.span)])].sort(
    (a, b) => a - b,
  );
  let next = 0;
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] as number;
    while (next < owners.length && (owners[next] as { to: number }).to <= from) next++;
    const owner = owners[next];
    const mine = owner && owner.from <= from ? owner : null;
    const flag = flags.find((f) => f.span[0] <= from && to <= f.span[1])?.reason ?? null;
    return { from, text: copy.text.slice(from, to), row: mine?.row ?? null, role: mine?.role ?? 'mark', flag };
  });
}

const samePiece = ({ piece: a }: { piece: Piece }, { piece: b }: { piece: Piece }): boolean =>
  a.row === b.row && a.role === b.role && a.flag === b.flag && a.text === b.text;

/** Cut anew at every change of the text, and nearly all of it the same as before. */
const Part = memo(function Part({ piece }: { readonly piece: Piece }) {
  const { t } = useTranslation();
  const on = useCopyView((s) => s.row !== null && s.row === piece.row);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard goes by the list beside
    // biome-ignore lint/a11y/noStaticElementInteractions: a place in a text; the list beside is its keyboard's way
    <span
      className="source-part"
      data-role={piece.role}
      data-on={on ? '' : undefined}
      data-flag={piece.flag ?? undefined}
      title={piece.flag ? t(`desk.flag.${piece.flag}`) : undefined}
      onClick={() => piece.row && setCopyView({ row: piece.row, repair: 0 })}
    >
      {piece.text}
    </span>
  );
}, samePiece);

export function Source({ copy, rows }: { readonly copy: Copy; readonly rows: readonly CopyRow[] }) {
  const { t } = useTranslation();
  const pieces = useMemo(() => piecesOf(copy, rows), [copy, rows]);
  const current = useCopyView((s) => s.row);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) pane.current?.querySelector('[data-on]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <section className="desk-pane desk-source" aria-label={t('desk.source')}>
      <h3>
        {t('desk.source')} <span className="desk-encoding">{copy.encoding}</span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div ref={pane} className="source-text" tabIndex={0}>
        {pieces.map((p) => (
          <Part key={p.from} piece={p} />
        ))}
      </div>
    </section>
  );
}
