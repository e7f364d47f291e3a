/** 余缺: how the article's story fits, where it is cut, and what one step of each lever would make of it. Every figure is composed. */
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Copyfit, Fit, Lever, LeverName } from '../../../core/compose/index.ts';
import type { Project } from '../../../core/document/index.ts';
import { projectNow, useCalm } from '../../state/calm.ts';
import { commit } from '../../state/change.ts';
import { desk } from '../../state/desk.ts';
import { ask } from '../../worker/client.ts';

/** Levers that are the two ways of one thing. */
const PAIRS: readonly (readonly [words: string, less: LeverName, more: LeverName])[] = [
  ['headline', 'headline-down', 'headline-up'],
  ['legs', 'fewer-legs', 'more-legs'],
  ['photo', 'photo-down', 'photo-up'],
  ['tracking', 'tighter', 'looser'],
];

interface Known {
  /** The project that was measured: a lever's edit is one of it. */
  readonly project: Project;
  readonly article: string;
  readonly fit: Copyfit | null;
}

/** How an article fits, a moment after the hand rests. */
function useCopyfit(page: string, article: string): Known | null {
  const project = useCalm(projectNow);
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let late = false;
    if (!project) return;
    ask('copyfit', { page, article })
      .then((fit) => {
        if (!late && desk().project === project) setKnown({ project, article, fit });
      })
      // The article went while it was asked about.
      .catch(() => undefined);
    return () => {
      late = true;
    };
  }, [project, page, article]);
  return known?.article === article ? known : null;
}

function Result({ fit }: { readonly fit: Fit }) {
  const { t } = useTranslation();
  if (fit.overLines > 0) return <span className="bad">{t('copyfit.over', { lines: fit.overLines })}</span>;
  if (fit.spareLines > 0) return <span className="short">{t('copyfit.spare', { lines: fit.spareLines })}</span>;
  return <span className="good">{t('copyfit.closed')}</span>;
}

function LeverButton({ lever, known }: { readonly lever: Lever; readonly known: Known }) {
  const { t } = useTranslation();
  const pull = (): void => {
    // Whoever has gone on working meanwhile is shown new figures first.
    if (desk().project === known.project) commit(`copyfit.${lever.lever}`, lever.edit);
  };
  return (
    <Button className="lever" onPress={pull} data-lever={lever.lever}>
      <span>{t(`copyfit.${lever.lever}`)}</span>
      <Result fit={lever.fit} />
    </Button>
  );
}

export function CopyfitSection({ page, article }: { readonly page: string; readonly article: string }) {
  const { t } = useTranslation();
  const known = useCopyfit(page, article);
  const fit = known?.fit;
  if (!known || !fit) return null;
  const lever = (name: LeverName): Lever | undefined => fit.levers.find((l) => l.lever === name);
  return (
    <section className="inspector-section copyfit" data-section="copyfit">
      <h3>
        {t('copyfit.title')}
        <span className="section-actions" role="status" data-over={fit.overLines} data-spare={fit.spareLines}>
          {fit.overLines > 0 ? (
            <span className="bad">{t('copyfit.overLong', { characters: fit.overCharacters, lines: fit.overLines })}</span>
          ) : fit.spareLines > 0 ? (
            <span className="short">{t('copyfit.spareLong', { characters: fit.spareCharacters, lines: fit.spareLines })}</span>
          ) : (
            <span className="good">{t('copyfit.closed')}</span>
          )}
        </span>
      </h3>
      {fit.cut && (
        <p className="copyfit-cut">
          {t('copyfit.cutAt')} <span>…{fit.cut.before}</span>
          <i aria-hidden="true" />
          <span className="bad">{fit.cut.after}…</span>
        </p>
      )}
      <div className="levers">
        {PAIRS.map(([words, less, more]) => {
          const both = [lever(less), lever(more)];
          return (
            both.some(Boolean) && (
              <div key={words} className="lever-pair">
                <span className="lever-name">{t(`copyfit.of.${words}`)}</span>
                {both.map((l, i) => (l ? <LeverButton key={l.lever} lever={l} known={known} /> : <span key={i === 0 ? less : more} />))}
              </div>
            )
          );
        })}
      </div>
    </section>
  );
}
