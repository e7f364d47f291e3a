/** 读样: how the copy was read, line by line: role, words with their repairs, and how sure the reader is. */
import { memo, useEffect, useMemo, useRef } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Copy } from '../../../../core/copy/index.ts';
import { type CopyRow, doubtful, type PassageRow } from '../../../state/copy-rows.ts';
import { setCopyView, useCopyView } from '../../../state/copy-view.ts';
import { setDesk } from '../../../state/desk.ts';
import { storyName } from '../../page/names.ts';
import { StoryFigures } from '../Figures.tsx';
import { type DiffPiece, diffOf, isWritten, shown } from './diff.ts';

function Repair({ row, piece }: { readonly row: string; readonly piece: DiffPiece }) {
  const { t } = useTranslation();
  const on = useCopyView((s) => s.row === row && s.repair === piece.repair);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key R goes from repair to repair
    // biome-ignore lint/a11y/noStaticElementInteractions: a place in a text, chosen by pointer or by the key R
    <span
      className="repair"
      data-repair={piece.repair}
      data-refused={piece.refused ? '' : undefined}
      data-on={on ? '' : undefined}
      title={piece.refused ? t('desk.refused') : undefined}
      onClick={() => setCopyView({ row, repair: piece.repair ?? 0 })}
    >
      {piece.removed !== '' && (piece.refused ? <span>{shown(piece.removed)}</span> : <del>{shown(piece.removed)}</del>)}
      {!piece.refused && piece.inserted !== '' && <ins>{shown(piece.inserted)}</ins>}
    </span>
  );
}

/** The words of a passage with its repairs in place; what the editor has written since stands below. */
function Words({ copy, row }: { readonly copy: Copy; readonly row: PassageRow }) {
  const { t } = useTranslation();
  const pieces = diffOf(copy, row.passage);
  return (
    <span className="row-words">
      {pieces.map((p) =>
        p.repair === null ? <span key={p.at}>{p.text}</span> : <Repair key={`${p.at} ${p.repair}`} row={row.key} piece={p} />,
      )}
      {isWritten(copy, row.passage) && (
        <span className="row-written">
          <span className="row-tag">{t('desk.written')}</span> {row.passage.text}
        </span>
      )}
    </span>
  );
}

const PassageItem = memo(function PassageItem({ copy, row }: { readonly copy: Copy; readonly row: PassageRow }) {
  const { t } = useTranslation();
  const percent = Math.round(row.confidence * 100);
  return (
    <GridListItem
      id={row.key}
      textValue={`${t(`desk.role.${row.role}`)} ${row.passage.text}`}
      className="desk-row"
      data-row={row.key}
      data-role={row.role}
      data-doubt={doubtful(row) ? '' : undefined}
    >
      <span className="role-mark">{t(`desk.mark.${row.role}`)}</span>
      <Words copy={copy} row={row} />
      <span className="row-sure" title={t('desk.sure', { percent })}>
        {row.passage.origin ? `${percent}%` : '—'}
      </span>
    </GridListItem>
  );
});

function Item({ copy, row }: { readonly copy: Copy; readonly row: CopyRow }) {
  const { t } = useTranslation();
  if (row.kind === 'passage') return <PassageItem copy={copy} row={row} />;
  if (row.kind === 'rest')
    return (
      <GridListItem
        id={row.key}
        textValue={`${t(`desk.role.${row.role}`)} ${row.text}`}
        className="desk-row"
        data-row={row.key}
        data-role={row.role}
        data-doubt={doubtful(row) ? '' : undefined}
      >
        <span className="role-mark">{t(`desk.mark.${row.role}`)}</span>
        <span className="row-words">{row.text.trim()}</span>
        <span className="row-sure">{t(`desk.role.${row.role}`)}</span>
      </GridListItem>
    );
  return (
    <GridListItem
      id={row.key}
      textValue={storyName(t, row.story)}
      className="desk-row desk-story"
      data-row={row.key}
      data-desk-story={row.story.id}
    >
      <span className="desk-story-name">{storyName(t, row.story)}</span>
      <span className="desk-story-kind">{t(`story.kind.${row.story.kind}`)}</span>
      <StoryFigures id={row.story.id} />
    </GridListItem>
  );
}

/** A list of more rows makes only those in sight. */
const MANY = 150;
/** What a row is taken to be high, in CSS pixels, until it has been seen. */
const ROW = 60;

/** Frames of the screen that a row is waited for, and for which one that is there is kept in sight. */
const PATIENCE = 60;
const SETTLED = 6;

function show(row: HTMLElement, list: HTMLElement | null, first: boolean): void {
  row.scrollIntoView({ block: 'nearest' });
  const at = document.activeElement;
  if (first && (at === document.body || at === null || list?.contains(at))) row.focus({ preventScroll: true });
}

/** A row that the list has not made yet comes into sight by where it is reckoned to be. */
function bring(row: string, list: HTMLElement | null, layout: ListLayout<CopyRow>): void {
  const place = layout.getLayoutInfo(row)?.rect;
  if (place && list) list.scrollTop = place.y - list.clientHeight / 3;
}

/** Keeps the keyboard on the row that a verb led to, and the row in sight. */
function useHand(rows: readonly CopyRow[], list: React.RefObject<HTMLDivElement | null>, layout: ListLayout<CopyRow>): void {
  const current = useCopyView((s) => s.row);
  useEffect(() => {
    if (!current || !rows.some((r) => r.key === current)) return;
    let [frame, tries, seen] = [0, 0, 0];
    // The list makes the row a moment after the project has it, first puts the keyboard where it thinks best, and of a long list
    // learns only then how high its rows are.
    const look = (): void => {
      const el = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(current)}"]`);
      if (el && tries >= 2) show(el, list.current, seen++ === 0);
      else if (!el) bring(current, list.current, layout);
      if (tries++ < PATIENCE && seen < SETTLED) frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [current, rows, list, layout]);
}

export function Reading({ copy, rows }: { readonly copy: Copy; readonly rows: readonly CopyRow[] }) {
  const { t } = useTranslation();
  const current = useCopyView((s) => s.row);
  const list = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => new ListLayout<CopyRow>({ estimatedRowHeight: ROW }), []);
  useHand(rows, list, layout);
  const made = (
    <GridList
      ref={list}
      aria-label={t('desk.reading')}
      className="desk-rows"
      data-many={rows.length > MANY ? '' : undefined}
      items={rows}
      dependencies={[copy, t]}
      disallowTypeAhead
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={current ? [current] : []}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        const row = rows.find((r) => r.key === key);
        if (!row || row.key === current) return;
        setCopyView({ row: row.key, repair: 0 });
        if (row.kind !== 'rest') setDesk({ story: row.kind === 'story' ? row.story.id : row.story });
      }}
    >
      {(row) => <Item copy={copy} row={row} />}
    </GridList>
  );
  return (
    <section className="desk-pane desk-reading" aria-label={t('desk.reading')}>
      <h3>{t('desk.reading')}</h3>
      {rows.length > MANY ? <Virtualizer layout={layout}>{made}</Virtualizer> : made}
    </section>
  );
}
