/** The source changed on the disk: as read, the new file and the editor's own words side by side, chosen one by one. */
import { useMemo, useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Copy, MergeItem, Side } from '../../../../core/copy/index.ts';
import { textDiff } from '../../../state/change.ts';
import { mergeOf, takeMerge } from '../../../state/copy-source.ts';
import { forgetNewer, useCopyView } from '../../../state/copy-view.ts';
import { desk } from '../../../state/desk.ts';
import { storyName } from '../../page/names.ts';
import { Over } from './Over.tsx';

/** A text with what differs from the base marked. */
function Against({ base, text }: { readonly base: string; readonly text: string }) {
  const { t } = useTranslation();
  if (text === '') return <p className="merge-none">{t('desk.nothingThere')}</p>;
  const d = textDiff(base, text);
  if (!d || base === '') return <p>{text}</p>;
  return (
    <p>
      {text.slice(0, d.at)}
      <mark>{text.slice(d.at, d.at + d.inserted.length) || '‸'}</mark>
      {text.slice(d.at + d.inserted.length)}
    </p>
  );
}

interface ItemProps {
  readonly item: MergeItem;
  readonly n: number;
  readonly side: Side | null;
  readonly choose: (side: Side | null) => void;
}

function ItemView({ item, n, side, choose }: ItemProps) {
  const { t } = useTranslation();
  const story = desk().project?.stories[item.story];
  const both = item.merged !== null && item.merged !== item.mine && item.merged !== item.theirs;
  const sides: [string, string][] = [
    ['mine', item.kind === 'added' ? t('desk.leaveOut') : t('desk.keepMine')],
    ['theirs', item.kind === 'removed' ? t('desk.takeOut') : t('desk.takeTheirs')],
    ...(both ? [['merged', t('desk.takeBoth')] as [string, string]] : []),
  ];
  const automatic = item.conflict ? '' : both ? 'merged' : 'theirs';
  return (
    <section className="merge-item" data-conflict={item.conflict ? '' : undefined} aria-label={t('desk.change', { n })}>
      <h4>
        {n}. {t(`desk.kind.${item.kind}`)}
        {item.conflict && <span className="merge-conflict">{t('desk.conflict')}</span>}
        {story && <span className="merge-story">{storyName(t, story)}</span>}
      </h4>
      <div className="merge-texts">
        <div>
          <h5>{t('desk.base')}</h5>
          {item.base === '' ? <p className="merge-none">{t('desk.nothingThere')}</p> : <p>{item.base}</p>}
        </div>
        <div>
          <h5>{t('desk.theirs')}</h5>
          <Against base={item.base} text={item.theirs} />
        </div>
        <div>
          <h5>{t('desk.mine')}</h5>
          <Against base={item.base} text={item.mine} />
        </div>
      </div>
      <RadioGroup
        className="merge-choice"
        aria-label={t('desk.choose', { n })}
        value={side ?? automatic}
        onChange={(v) => choose(v === 'merged' ? null : (v as Side))}
      >
        {sides.map(([value, words]) => (
          <Radio key={value} value={value} className="merge-radio" data-side={value}>
            {words}
          </Radio>
        ))}
      </RadioGroup>
    </section>
  );
}

function Choices({ copy, close }: { readonly copy: Copy; readonly close: () => void }) {
  const { t } = useTranslation();
  const next = useCopyView((s) => s.newer[copy.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another newer file is another merge
  const m = useMemo(() => mergeOf(copy.id), [copy, next]);
  // Choices are of one newer file: another that arrives meanwhile has other changes under the same numbers.
  const [made, setMade] = useState<{ readonly of: Copy | undefined; readonly choices: readonly (Side | null)[] }>({
    of: next,
    choices: [],
  });
  const choices = made.of === next ? made.choices : [];
  if (!m) return null;
  const open = m.items.filter((item, i) => item.conflict && !choices[i]).length;
  const choose = (i: number, side: Side | null): void =>
    setMade({ of: next, choices: m.items.map((_, k) => (k === i ? side : (choices[k] ?? null))) });
  return (
    <>
      <p className="merge-lead">{t('desk.mergeLead', { count: m.items.length, open })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div className="merge-list" tabIndex={0}>
        {m.items.length === 0 && <p className="desk-empty">{t('desk.onlyMarks')}</p>}
        {m.items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change has no name but its place
          <ItemView key={i} item={item} n={i + 1} side={choices[i] ?? null} choose={(side) => choose(i, side)} />
        ))}
      </div>
      <div className="dialog-actions">
        <Button
          className="action action-plain"
          onPress={() => {
            forgetNewer(copy.id);
            close();
          }}
        >
          {t('desk.ignoreNewer')}
        </Button>
        <Button className="action action-plain" onPress={close}>
          {t('desk.later')}
        </Button>
        <Button className="action action-primary" isDisabled={open > 0} onPress={() => takeMerge(copy.id, choices)}>
          {open > 0 ? t('desk.stillOpen', { count: open }) : t('desk.takeMerge')}
        </Button>
      </div>
    </>
  );
}

export function MergeDialog({ copy }: { readonly copy: Copy }) {
  const { t } = useTranslation();
  return (
    <Over name="merge" title={t('desk.mergeOf', { name: copy.name })}>
      {(close) => <Choices key={copy.id} copy={copy} close={close} />}
    </Over>
  );
}
