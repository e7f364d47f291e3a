/** The row in hand: its words under a caret, and what the chosen repair did and why. */
import type { TFunction } from 'i18next';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type CopyRow, doubtful, type PassageRow, type RestRow, type StoryRow } from '../../../state/copy-rows.ts';
import { joinRow, refuseAll, repairsOf, splitRow, turnRepair } from '../../../state/copy-verbs.ts';
import { useCopyView } from '../../../state/copy-view.ts';
import { PassageField } from '../PassageField.tsx';
import { shown } from './diff.ts';

function RepairLine({ row }: { readonly row: PassageRow }) {
  const { t } = useTranslation();
  const at = useCopyView((s) => s.repair);
  const list = repairsOf(row.passage);
  const repair = list[at];
  if (!repair) return <p className="strip-repair strip-none">{t('desk.noRepairHere')}</p>;
  return (
    <div className="strip-repair" aria-live="polite">
      <span>
        {t('desk.repairOf', { n: at + 1, of: list.length })} <del>{shown(repair.removed) || '∅'}</del> →{' '}
        <ins>{shown(repair.inserted) || '∅'}</ins>
      </span>
      <span>
        {t(`desk.reason.${repair.reason}`)} · {t('desk.sure', { percent: Math.round(repair.confidence * 100) })}
      </span>
      <Button className="chip" onPress={() => turnRepair(row, at)}>
        {repair.refused ? t('desk.take') : t('desk.refuse')} <kbd>T</kbd>
      </Button>
      {!repair.refused && (
        <Button className="chip" onPress={() => refuseAll(repair.reason)}>
          {t('desk.refuseAll')} <kbd>Shift+T</kbd>
        </Button>
      )}
    </div>
  );
}

/** What may be done with a row that is no passage. */
function hintOf(row: RestRow | StoryRow | undefined, t: TFunction): string {
  if (!row) return t('desk.pickHint');
  if (row.kind === 'story') return t('desk.storyHint');
  return doubtful(row) ? t('desk.restDoubt', { percent: Math.round(row.confidence * 100) }) : t('desk.restHint');
}

export function Strip({ rows }: { readonly rows: readonly CopyRow[] }) {
  const { t } = useTranslation();
  const key = useCopyView((s) => s.row);
  const row = rows.find((r) => r.key === key);
  if (row?.kind !== 'passage')
    return (
      <div className="desk-strip strip-none">
        <p>{hintOf(row, t)}</p>
      </div>
    );
  return (
    <div className="desk-strip">
      <PassageField
        key={row.key}
        story={row.story}
        place={row.place}
        text={row.passage.text}
        label={t('desk.writeLabel', { role: t(`desk.role.${row.role}`) })}
        className="strip-field"
        onEnter={(at) => splitRow(row.story, row.place, at)}
        onJoin={() => joinRow(rows, row)}
      />
      <RepairLine row={row} />
    </div>
  );
}
