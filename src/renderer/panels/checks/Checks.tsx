/** 检查: what is wrong, as the page is made. A row leads there; a mend is one edit; what a rule weighs is the paper's own. */
import { ChevronDown, ChevronRight, CircleAlert, CircleCheck, Ellipsis, Info, Settings2, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Button,
  GridList,
  GridListItem,
  ListLayout,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  ToggleButton,
  Virtualizer,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { accountOf, type Finding, messageOf, passedIn, rulesOf, type Severity, severities, signCuts } from '../../../core/check/index.ts';
import { languageCode } from '../../shell/language.ts';
import { findingsNow, projectNow, scenesNow, useCalm } from '../../state/calm.ts';
import { commit } from '../../state/change.ts';
import { desk, setDesk, useDesk } from '../../state/desk.ts';
import { goToFinding } from '../goToFinding.ts';
import { countOf, type Row, rowsOf } from './rows.ts';
import { letPass, passAnew, WEIGHTS, type Weight, weigh, weightOf } from './weigh.ts';

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info };
/** Findings that a signature settles. */
const SIGNABLE: ReadonlySet<string> = new Set(['overset', 'characters-lost', 'unplaced']);

function sign(story: string): void {
  const { project, scenes } = desk();
  const all = project?.pages.flatMap((p) => scenes[p.id] ?? []) ?? [];
  // Of a page that was never composed nobody knows what stands on it.
  if (!project || all.length < project.pages.length) return;
  const edit = signCuts(project, all, story);
  if (edit) commit('check.sign', edit);
}

/** What the rule of a row weighs here. */
function Weigh({ rule }: { readonly rule: string }) {
  const { t } = useTranslation();
  const weight = weightOf(
    useDesk((s) => s.project?.checks),
    rule,
  );
  return (
    <MenuTrigger>
      <Button className="action action-icon small" aria-label={t('check.weigh', { rule })}>
        <Ellipsis size={13} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu-list"
          selectionMode="single"
          selectedKeys={[weight]}
          onAction={(key) => weigh(rule, String(key) as Weight)}
          aria-label={t('check.weigh', { rule })}
        >
          {WEIGHTS.map((w) => (
            <MenuItem key={w} id={w} className="menu-item">
              {t(`check.weight.${w}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Where({ page, rule }: { readonly page: string | null; readonly rule: string }) {
  const { t } = useTranslation();
  const number = useDesk((s) => s.project?.pages.find((p) => p.id === page)?.number);
  return (
    <span>
      {number === undefined ? t('check.issue') : t('pages.page', { number })} · {rule} {t(`rule.${rule}`)}
    </span>
  );
}

function FindingRow({ id, finding, inFold }: { readonly id: string; readonly finding: Finding; readonly inFold: boolean }) {
  const { t } = useTranslation();
  const Icon = ICONS[finding.severity];
  const language = languageCode(useDesk((s) => s.language));
  const text = messageOf(finding, language);
  const { mend, story } = finding;
  return (
    <GridListItem
      id={id}
      textValue={text}
      className={`finding finding-${finding.severity}${inFold ? ' finding-within' : ''}`}
      data-rule={finding.rule}
      data-severity={finding.severity}
    >
      <Icon size={14} strokeWidth={1.8} role="img" aria-label={t(`check.severity.${finding.severity}`)} />
      <span className="finding-text">{text}</span>
      <span className="finding-where">
        <Where page={finding.page} rule={finding.rule} />
        <span className="finding-acts">
          {mend && (
            <Button className="chip" onPress={() => commit('check.mend', mend)}>
              {t(finding.rule === 'A02' ? 'check.unsign' : 'check.mend')}
            </Button>
          )}
          {finding.severity !== 'error' && (
            <Button className="chip" onPress={() => letPass(finding)}>
              {t('check.pass')}
            </Button>
          )}
          {story && SIGNABLE.has(finding.key) && (
            <Button className="chip" onPress={() => sign(story)}>
              {t('check.sign')}
            </Button>
          )}
          <Weigh rule={finding.rule} />
        </span>
      </span>
    </GridListItem>
  );
}

function FoldRow({ row }: { readonly row: Extract<Row, { kind: 'fold' }> }) {
  const { t } = useTranslation();
  const Icon = ICONS[row.severity];
  const text = t('check.fold', { name: t(`rule.${row.rule}`), count: row.count });
  const Mark = row.open ? ChevronDown : ChevronRight;
  return (
    <GridListItem id={row.id} textValue={text} className={`finding finding-${row.severity}`} data-rule={row.rule} data-fold={row.count}>
      <Icon size={14} strokeWidth={1.8} role="img" aria-label={t(`check.severity.${row.severity}`)} />
      <span className="finding-text">
        {text} <Mark size={13} aria-hidden className="fold-mark" />
      </span>
      <span className="finding-where">
        <Where page={row.page} rule={row.rule} />
        <span className="finding-acts">
          <Weigh rule={row.rule} />
        </span>
      </span>
    </GridListItem>
  );
}

/** A row takes one line of words or several: rows are measured as they are seen. In CSS pixels. */
const ROWS = { estimatedRowHeight: 66 };

/** 字账: what came in, and where it is. */
function Account() {
  const { t } = useTranslation();
  const project = useCalm(projectNow);
  const scenes = useCalm(scenesNow);
  const account = useMemo(() => {
    const all = project?.pages.flatMap((p) => scenes[p.id] ?? []) ?? [];
    return project && all.length === project.pages.length ? accountOf(project, all) : null;
  }, [project, scenes]);
  if (!account || account.in === 0) return null;
  return (
    <p className="account" data-lost={account.lost > 0 ? '' : undefined}>
      {t('check.account', { in: account.in, placed: account.placed, cut: account.cut, lost: account.lost })}
    </p>
  );
}

/** 放过: how many findings the editor lets be, and the way back. */
function Passed() {
  const { t } = useTranslation();
  const count = useDesk((s) => passedIn(s.project?.checks).length);
  if (count === 0) return null;
  return (
    <p className="account passed">
      {t('check.passed', { count })}
      <Button className="chip" onPress={passAnew}>
        {t('check.unpass')}
      </Button>
    </p>
  );
}

const ALL: ReadonlySet<Severity> = new Set(severities);

/** The set with `item` in it or out of it. */
function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

export function Checks() {
  const { t } = useTranslation();
  const findings = useCalm(findingsNow);
  const checked = useDesk((s) => s.checked);
  const page = useDesk((s) => s.page);
  const off = useDesk((s) => Object.keys(rulesOf(s.project?.checks)).length);
  const [shown, setShown] = useState(ALL);
  const [here, setHere] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => rowsOf(findings, page, { shown, only: here ? page : null, open }), [findings, page, shown, here, open]);
  const act = (id: string): void => {
    const row = rows.find((r) => r.id === id);
    if (row?.kind === 'finding') goToFinding(row.finding);
    else if (row) setOpen(toggled(open, row.id));
  };
  return (
    <>
      <div className="check-bar" role="toolbar" aria-label={t('check.bar')}>
        {severities.map((s) => {
          const Icon = ICONS[s];
          return (
            <ToggleButton
              key={s}
              className={`check-filter finding-${s}`}
              isSelected={shown.has(s)}
              onChange={() => setShown(toggled(shown, s))}
              aria-label={t('check.show', { severity: t(`check.severity.${s}`) })}
              data-filter={s}
            >
              <Icon size={13} strokeWidth={1.8} aria-hidden /> {countOf(findings, s)}
            </ToggleButton>
          );
        })}
        <ToggleButton className="check-filter" isSelected={here} onChange={setHere} data-filter="here">
          {t('check.here')}
        </ToggleButton>
        <Button className="action action-icon small check-rules" aria-label={t('check.rules')} onPress={() => setDesk({ dialog: 'rules' })}>
          <Settings2 size={14} aria-hidden />
          {off > 0 && <span className="count">{off}</span>}
        </Button>
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={ROWS}>
        <GridList
          aria-label={t('panel.checks')}
          className="finding-list"
          items={rows}
          selectionMode="none"
          onAction={(id) => act(String(id))}
          renderEmptyState={() => (
            <div className="empty">
              {checked && <CircleCheck size={18} strokeWidth={1.5} aria-hidden />}
              <p>{t(!checked ? 'check.running' : findings.length > 0 ? 'check.noneShown' : 'check.none')}</p>
            </div>
          )}
        >
          {(row) => (row.kind === 'fold' ? <FoldRow row={row} /> : <FindingRow id={row.id} finding={row.finding} inFold={row.inFold} />)}
        </GridList>
      </Virtualizer>
      <Passed />
      <Account />
    </>
  );
}
