/** 存疑: what wants the editor's eye first: lines the reader is least sure of, suspected garbles, and what the copy checks say. */
import { FileText } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Disclosure,
  DisclosurePanel,
  GridList,
  GridListItem,
  Heading,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Copy, type CopyFinding, type CopyRule, copyRules, sentenceOf } from '../../../../core/copy/index.ts';
import type { Project } from '../../../../core/document/index.ts';
import { commit } from '../../../state/change.ts';
import { type CopyRow, doubts, placeKey } from '../../../state/copy-rows.ts';
import { setCopyView, useCopyView } from '../../../state/copy-view.ts';
import { desk, useDesk } from '../../../state/desk.ts';
import { loadWords } from '../../../state/words.ts';
import { ask } from '../../../worker/client.ts';
import { focusRow } from './hand.ts';

const ruleId = (rule: CopyRule): string => `copy.${rule}`;
const offIn = (project: Project | null): CopyRule[] => copyRules.filter((r) => project?.checks?.[ruleId(r)] === 'off');

/** Switch rules; one step that can be undone. */
function switchRules(on: readonly string[]): void {
  const { project } = desk();
  if (!project) return;
  const others = Object.entries(project.checks ?? {}).filter(([id]) => !id.startsWith('copy.'));
  const off = copyRules.filter((r) => !on.includes(r)).map((r) => [ruleId(r), 'off'] as const);
  const after = Object.fromEntries([...others, ...off]);
  commit('copy.rules', { kind: 'checks', after: Object.keys(after).length > 0 ? after : null });
}

/** The checks run in the worker a moment after the text has rested. */
const AFTER_MS = 350;

function useFindings(): void {
  const project = useDesk((s) => s.project);
  const words = useCopyView((s) => s.words);
  useEffect(() => {
    const timer = setTimeout(() => {
      ask('copyChecks', { off: offIn(project), words })
        .then((findings) => setCopyView({ findings }))
        .catch(() => undefined);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [project, words]);
}

interface Item {
  readonly id: string;
  readonly sort: 'doubt' | 'flag' | 'check';
  readonly row: string | null;
  readonly head: string;
  readonly text: string;
  readonly rule?: CopyRule;
  readonly at?: readonly [number, number];
}

function rowAt(rows: readonly CopyRow[], copy: Copy, at: number): string | null {
  const found = rows.find((r) =>
    r.kind === 'passage'
      ? r.passage.origin?.copy === copy.id && r.passage.origin.spans.some(([from, to]) => from <= at && at < to)
      : r.kind === 'rest' && r.span[0] <= at && at < r.span[1],
  );
  return found?.key ?? null;
}

function useItems(copy: Copy, rows: readonly CopyRow[]): Item[] {
  const { t, i18n } = useTranslation();
  const findings = useCopyView((s) => s.findings);
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  return useMemo(() => {
    const keys = new Set(rows.map((r) => r.key));
    const mine = (f: CopyFinding): boolean => keys.has(placeKey(f.story, f.place));
    return [
      ...doubts(rows).map(
        (r, i): Item => ({
          id: `d${i}`,
          sort: 'doubt',
          row: r.key,
          head: `${Math.round(r.confidence * 100)}% ${t(`desk.role.${r.role}`)}`,
          text: r.kind === 'passage' ? r.passage.text : r.text.trim(),
        }),
      ),
      ...(copy.flags ?? []).map(
        (f, i): Item => ({
          id: `f${i}`,
          sort: 'flag',
          row: rowAt(rows, copy, f.span[0]),
          head: t(`desk.flag.${f.reason}`),
          text: copy.text.slice(Math.max(0, f.span[0] - 6), Math.min(f.span[0] + 24, f.span[1] + 8)).trim(),
        }),
      ),
      ...findings.filter(mine).map(
        (f, i): Item => ({
          id: `c${i}`,
          sort: 'check',
          row: placeKey(f.story, f.place),
          head: t(`desk.rule.${f.rule}`),
          text: sentenceOf(f, language),
          rule: f.rule,
          at: [f.from, f.to],
        }),
      ),
    ];
  }, [copy, rows, findings, t, language]);
}

/** Go to the row, and put the caret round the words it is about. */
function go(item: Item): void {
  if (!item.row) return;
  setCopyView({ row: item.row, repair: 0 });
  const { at } = item;
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLTextAreaElement>('.desk-strip textarea');
    if (at && field) {
      field.focus();
      field.setSelectionRange(...at);
    } else if (item.row) focusRow(item.row);
  });
}

function Rules() {
  const { t } = useTranslation();
  const project = useDesk((s) => s.project);
  const words = useCopyView((s) => s.words);
  const off = offIn(project);
  return (
    <Disclosure className="desk-rules">
      <Heading>
        <Button slot="trigger" className="chip">
          {off.length > 0 ? t('desk.rulesOff', { count: off.length }) : t('desk.rules')}
        </Button>
      </Heading>
      <DisclosurePanel>
        <CheckboxGroup aria-label={t('desk.rules')} value={copyRules.filter((r) => !off.includes(r))} onChange={switchRules}>
          {copyRules.map((r) => (
            <Checkbox key={r} value={r} className="check">
              <span className="check-box" aria-hidden />
              {t(`desk.rule.${r}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
        <Button className="chip" onPress={() => void loadWords()}>
          <FileText size={12} aria-hidden /> {words === '' ? t('desk.loadWords') : t('desk.otherWords')}
        </Button>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** A list of more makes only those in sight, each taken to be so high until it has been seen. */
const MANY = 150;
const LAYOUT = { estimatedRowHeight: 44 };

export function Doubts({ copy, rows }: { readonly copy: Copy; readonly rows: readonly CopyRow[] }) {
  const { t } = useTranslation();
  useFindings();
  const items = useItems(copy, rows);
  const project = useDesk((s) => s.project);
  const list = (
    <GridList
      aria-label={t('desk.doubts')}
      className="desk-doubt-list"
      items={items}
      dependencies={[t]}
      selectionMode="none"
      onAction={(id) => {
        const item = items.find((x) => x.id === id);
        if (item) go(item);
      }}
      renderEmptyState={() => <p className="desk-empty">{t('desk.nothingDoubtful')}</p>}
    >
      {(item) => (
        <GridListItem id={item.id} textValue={`${item.head} ${item.text}`} className="doubt" data-sort={item.sort}>
          <span className="doubt-head">{item.head}</span>
          <span className="doubt-text">{item.text}</span>
          {item.rule && (
            <Button
              className="chip"
              aria-label={t('desk.switchOff', { rule: t(`desk.rule.${item.rule}`) })}
              onPress={() => switchRules(copyRules.filter((r) => r !== item.rule && !offIn(project).includes(r)))}
            >
              {t('desk.off')}
            </Button>
          )}
        </GridListItem>
      )}
    </GridList>
  );
  return (
    <section className="desk-pane desk-doubts" aria-label={t('desk.doubts')}>
      <h3>
        {t('desk.doubts')} <span className="desk-encoding">{items.length}</span>
      </h3>
      {items.length > MANY ? (
        <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
          {list}
        </Virtualizer>
      ) : (
        list
      )}
      <Rules />
    </section>
  );
}
