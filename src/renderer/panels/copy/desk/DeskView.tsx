/** 稿台: incoming copy beside its reading, over the page. One key corrects what the hand is on; nothing that arrived is out of sight. */
import { FileWarning, Languages, X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue, Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Copy } from '../../../../core/copy/index.ts';
import type { Project } from '../../../../core/document/index.ts';
import { Action } from '../../../shell/Action.tsx';
import { type CopyRow, copiesOf, rowsOf, tallyOf } from '../../../state/copy-rows.ts';
import { setCopyView, showCopy, useCopyView } from '../../../state/copy-view.ts';
import { setDesk, useDesk } from '../../../state/desk.ts';
import { Doubts } from './Doubts.tsx';
import { EncodingDialog } from './EncodingDialog.tsx';
import { useKeptHand } from './hand.ts';
import { deskKey, roleKeys, runRole, runVerb, verbKeys } from './keys.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { Reading } from './Reading.tsx';
import { SendDialog } from './SendDialog.tsx';
import { Source } from './Source.tsx';
import { Strip } from './Strip.tsx';

function CopyChoice({ copies, copy }: { readonly copies: readonly Copy[]; readonly copy: Copy }) {
  const { t } = useTranslation();
  const name = (c: Copy): string => c.name || t('desk.pasted');
  return (
    <Select className="desk-choice" aria-label={t('desk.copy')} value={copy.id} onChange={(id) => showCopy(String(id))}>
      <Button className="select-button">
        <SelectValue>{() => name(copy)}</SelectValue>
        <span aria-hidden>▾</span>
      </Button>
      <Popover className="popover">
        <ListBox className="menu-list" items={copies}>
          {(c) => (
            <ListBoxItem id={c.id} className="menu-item" textValue={name(c)}>
              {name(c)}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** Where every character of the copy is. */
function Account({ project, copy }: { readonly project: Project; readonly copy: Copy }) {
  const { t } = useTranslation();
  const tally = useMemo(() => tallyOf(project, copy), [project, copy]);
  return (
    <p className="desk-account" data-account={`${tally.all} ${tally.placed} ${tally.furniture} ${tally.aside} ${tally.marks}`}>
      {t('desk.account', { ...tally })}
    </p>
  );
}

/** The verbs with their keys, for the pointer and for whoever has not learnt them yet. */
function Legend({ rows }: { readonly rows: readonly CopyRow[] }) {
  const { t } = useTranslation();
  return (
    <Toolbar className="desk-legend" aria-label={t('desk.keys')}>
      {roleKeys.map(([role, key]) => (
        <Button key={role} className="legend-key" data-role={role} onPress={() => runRole(role, rows)}>
          <kbd>{key}</kbd> {t(`desk.role.${role}`)}
        </Button>
      ))}
      {verbKeys.map(([verb, , written]) => (
        <Button key={verb} className="legend-key" data-role={verb} onPress={() => runVerb(verb, rows)}>
          <kbd>{written}</kbd> {t(`desk.verb.${verb}`)}
        </Button>
      ))}
    </Toolbar>
  );
}

function Head({ project, copies, copy }: { readonly project: Project; readonly copies: readonly Copy[]; readonly copy: Copy }) {
  const { t } = useTranslation();
  const newer = useCopyView((s) => s.newer[copy.id] !== undefined);
  return (
    <header className="desk-head">
      <h2>{t('desk.name')}</h2>
      <CopyChoice copies={copies} copy={copy} />
      <Button className="action action-plain" onPress={() => setCopyView({ over: 'encoding' })}>
        <Languages size={14} aria-hidden /> {t('desk.encoding')}
      </Button>
      {newer && (
        <Button className="action action-primary" onPress={() => setCopyView({ over: 'merge' })}>
          <FileWarning size={14} aria-hidden /> {t('desk.seeNewer')}
        </Button>
      )}
      <Account project={project} copy={copy} />
      <Button className="action action-icon" aria-label={t('desk.close')} onPress={() => setDesk({ copyDesk: false })}>
        <X size={16} aria-hidden />
      </Button>
    </header>
  );
}

function Empty() {
  const { t } = useTranslation();
  return (
    <section className="copy-desk" aria-label={t('desk.name')}>
      <div className="empty">
        <p>{t('desk.empty')}</p>
        <Action command="file.import" look="both" />
        <Button className="action action-plain" onPress={() => setDesk({ copyDesk: false })}>
          {t('desk.close')}
        </Button>
      </div>
    </section>
  );
}

/** The hand begins at the first row. */
function useStart(copy: Copy | undefined): void {
  const id = copy?.id;
  useEffect(() => {
    if (id === undefined) return;
    // The list makes its rows a moment after it is there itself.
    let [frame, tries] = [0, 0];
    const look = (): void => {
      const first = document.querySelector<HTMLElement>('.desk-rows [data-row]');
      if (first) first.focus({ preventScroll: true });
      else if (tries++ < 60) frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [id]);
}

/** The desk hears its keys before the lists in it do: to them a letter is the beginning of a name. */
function useKeys(rows: readonly CopyRow[]): void {
  useEffect(() => {
    const heard = (e: KeyboardEvent): void => {
      if (!deskKey(e, rows)) return;
      e.preventDefault();
      e.stopPropagation();
    };
    window.addEventListener('keydown', heard, { capture: true });
    return () => window.removeEventListener('keydown', heard, { capture: true });
  }, [rows]);
}

export function DeskView() {
  const { t } = useTranslation();
  const project = useDesk((s) => s.project) as Project;
  const wanted = useCopyView((s) => s.copy);
  const copies = useMemo(() => copiesOf(project), [project]);
  const copy = copies.find((c) => c.id === wanted) ?? copies[0];
  const rows = useMemo(() => (copy ? rowsOf(project, copy) : []), [project, copy]);
  useStart(copy);
  useKeptHand(rows, copy);
  useKeys(rows);
  useEffect(() => {
    if (copy && copy.id !== wanted) showCopy(copy.id);
  }, [copy, wanted]);
  if (!copy) return <Empty />;
  return (
    <section className="copy-desk" aria-label={t('desk.name')}>
      <Head project={project} copies={copies} copy={copy} />
      <div className="desk-columns">
        <Source copy={copy} rows={rows} />
        <div className="desk-middle">
          <Reading copy={copy} rows={rows} />
          <Strip rows={rows} />
        </div>
        <Doubts copy={copy} rows={rows} />
      </div>
      <Legend rows={rows} />
      <EncodingDialog copy={copy} />
      <MergeDialog copy={copy} />
      <SendDialog rows={rows} />
    </section>
  );
}
