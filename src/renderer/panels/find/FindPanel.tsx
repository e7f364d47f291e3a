/** 查找和替换: beside the page, not over it. Every hit is shown in its line, with what would take its place. */
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, Checkbox, Input, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { projectNow, useCalm } from '../../state/calm.ts';
import { caretNow, rangeOf, selects } from '../../state/caret.ts';
import { type Desk, desk, useDesk } from '../../state/desk.ts';
import type { Hit, Query } from '../../tools/find/find.ts';
import {
  foundNow,
  goToHit,
  replaceAll,
  replaceOne,
  type ScopeName,
  sameHit,
  scopes,
  setFind,
  stepHit,
  useFind,
} from '../../tools/find/state.ts';
import { storyOf } from '../../tools/text/stream.ts';

/** Hits that are listed; more are counted. */
const LISTED = 200;

const setQuery = (change: Partial<Query>): void => setFind({ query: { ...useFind.getState().query, ...change }, current: null });

const keyOf = (h: Hit): string => JSON.stringify([h.home, h.passage, h.at]);

/** The page a hit stands on, as a number; 0 for none. */
function pageOfHit(s: Desk, h: Hit): number {
  const { home } = h;
  const pages = s.project?.pages ?? [];
  if (home.kind === 'free') return pages.find((p) => p.id === home.page)?.number ?? 0;
  const story = storyOf(home);
  return pages.find((p) => p.articles.some((a) => a.story === story))?.number ?? 0;
}

function Options() {
  const { t } = useTranslation();
  const query = useFind((f) => f.query);
  return (
    <div className="find-options">
      {(['regex', 'wholeWord', 'matchCase', 'matchWidth'] as const).map((name) => (
        <Checkbox key={name} className="find-option" isSelected={query[name]} onChange={(on) => setQuery({ [name]: on })}>
          <span className="find-box" aria-hidden />
          {t(`find.${name}`)}
        </Checkbox>
      ))}
    </div>
  );
}

/** Search in what is selected from now on, or in a story, a page, the issue. */
function setScope(scope: ScopeName): void {
  const caret = caretNow();
  if (scope === 'selection' && selects(caret) && caret)
    setFind({ scope, within: { home: caret.home, range: rangeOf(caret) }, current: null });
  else setFind({ scope, current: null });
}

function ScopeChoice() {
  const { t } = useTranslation();
  const scope = useFind((f) => f.scope);
  const within = useFind((f) => f.within);
  return (
    <Select aria-label={t('find.scope')} className="find-scope" value={scope} onChange={(k) => setScope(k as ScopeName)}>
      <Button className="chip">
        <SelectValue>{() => t(`find.in.${scope}`)}</SelectValue>
      </Button>
      <Popover className="popover">
        <ListBox className="menu-list" items={scopes.filter((id) => id !== 'selection' || within).map((id) => ({ id }))}>
          {({ id }) => (
            <ListBoxItem id={id} className="menu-item">
              {t(`find.in.${id}`)}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

function Hits({ hits }: { readonly hits: readonly Hit[] }) {
  const { t } = useTranslation();
  const current = useFind((f) => f.current);
  const instead = useFind((f) => f.instead);
  const listed = hits.slice(0, LISTED).map((h) => ({ id: keyOf(h), hit: h }));
  const chosen = listed.find((x) => sameHit(x.hit, current))?.id;
  return (
    <ListBox
      aria-label={t('find.hits')}
      className="find-hits"
      items={listed}
      dependencies={[instead, current]}
      selectionMode="single"
      selectedKeys={chosen ? [chosen] : []}
      onSelectionChange={(keys) => {
        const [key] = [...(keys as Set<string>)];
        const item = listed.find((x) => x.id === key);
        if (item) goToHit(item.hit);
      }}
    >
      {({ id, hit }) => (
        <ListBoxItem id={id} className="find-hit" textValue={`${hit.before}${hit.words}${hit.after}`}>
          <span className="find-line">
            {hit.before}
            <mark>{hit.words}</mark>
            {instead !== '' && <ins>{hit.instead}</ins>}
            {hit.after}
          </span>
          <span className="find-where">
            {pageOfHit(desk(), hit) ? t('find.page', { number: pageOfHit(desk(), hit) }) : t('find.unplaced')}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** What is found, said in a line. */
function Count({ count, why }: { readonly count: number; readonly why: string | null }) {
  const { t } = useTranslation();
  const asked = useFind((f) => f.query.text !== '');
  return (
    <p className={why ? 'find-count find-bad' : 'find-count'} role="status">
      {why ? t('find.badExpression', { why }) : asked ? (count > 0 ? t('find.count', { count }) : t('find.nothing')) : t('find.hint')}
    </p>
  );
}

function Fields() {
  const { t } = useTranslation();
  const text = useFind((f) => f.query.text);
  const instead = useFind((f) => f.instead);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
    first.current?.select();
  }, []);
  return (
    <>
      <TextField className="find-field" value={text} onChange={(v) => setQuery({ text: v })}>
        <Label>{t('find.what')}</Label>
        <Input
          ref={first}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && !e.nativeEvent.isComposing) stepHit(e.shiftKey ? -1 : 1);
          }}
        />
      </TextField>
      <TextField className="find-field" value={instead} onChange={(v) => setFind({ instead: v })}>
        <Label>{t('find.instead')}</Label>
        <Input
          onKeyDown={(e) => {
            if (e.key === 'Enter' && !e.nativeEvent.isComposing) replaceOne();
          }}
        />
      </TextField>
    </>
  );
}

const close = (): void => {
  setFind({ open: false });
  const back = document.querySelector<HTMLElement>('[data-writing]') ?? document.querySelector<HTMLElement>('[data-page-view]');
  back?.focus({ preventScroll: true });
};

function Open() {
  const { t } = useTranslation();
  // The list follows when the typing pauses, so that no keystroke waits for it.
  useCalm(projectNow);
  useDesk((s) => s.page);
  useDesk((s) => s.story);
  useFind();
  const found = foundNow();
  const hits = found.ok ? found.hits : [];
  return (
    <section
      className="find-panel"
      aria-label={t('find.title')}
      onKeyDown={(e) => {
        if (e.key === 'Escape') close();
      }}
    >
      <header className="find-head">
        <h2>{t('find.title')}</h2>
        <ScopeChoice />
        <Button className="action action-icon" aria-label={t('dialog.close')} onPress={close}>
          <X size={15} strokeWidth={1.6} aria-hidden />
        </Button>
      </header>
      <Fields />
      <Options />
      <Count count={hits.length} why={found.ok ? null : found.why} />
      {hits.length > 0 && <Hits hits={hits} />}
      <div className="find-actions">
        <Button
          className="action action-icon"
          aria-label={t('command.find.previous')}
          isDisabled={hits.length === 0}
          onPress={() => stepHit(-1)}
        >
          <ArrowUp size={15} strokeWidth={1.6} aria-hidden />
        </Button>
        <Button
          className="action action-icon"
          aria-label={t('command.find.next')}
          isDisabled={hits.length === 0}
          onPress={() => stepHit(1)}
        >
          <ArrowDown size={15} strokeWidth={1.6} aria-hidden />
        </Button>
        <span className="find-space" />
        <Button className="action" isDisabled={hits.length === 0} onPress={replaceOne}>
          {t('find.replace')}
        </Button>
        <Button className="action action-primary" isDisabled={hits.length === 0} onPress={replaceAll}>
          {t('find.replaceAll')}
        </Button>
      </div>
    </section>
  );
}

export function FindPanel() {
  const open = useFind((f) => f.open);
  const project = useDesk((s) => s.project !== null);
  return open && project ? <Open /> : null;
}
