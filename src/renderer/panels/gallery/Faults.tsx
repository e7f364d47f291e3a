/** What speaks against a proposal: each fault with what it takes from the score; a click goes to its place. And what would mend it. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Mend, Term } from '../../../core/arrange/index.ts';
import { placeRect } from '../../../core/measure/index.ts';
import { writing } from '../../state/caret.ts';
import { desk, pageOf, setDesk, useDesk } from '../../state/desk.ts';
import { closeGallery, searchWithout, tryProposal } from '../../state/gallery.ts';
import { toggleStoryView } from '../../tools/text/story-view.ts';
import { lookAt } from '../../tools/view/tool.ts';
import type { Proposal } from '../../worker/proposals.ts';
import { storyName } from '../page/names.ts';

/** Less than this is not worth a line: a point of the score in a hundred. */
const LEAST = 0.3;

function useStoryName(): (id: string) => string {
  const { t } = useTranslation();
  const stories = useDesk((s) => s.project?.stories);
  return (id) => storyName(t, stories?.[id]);
}

function Fault({ term, proposal }: { readonly term: Term; readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const nameOf = useStoryName();
  const about = term.stories.map((id) => `“${nameOf(id)}”`).join('、');
  const go = (): void => {
    tryProposal(proposal.id);
    const page = pageOf(desk());
    if (page && term.at) lookAt(placeRect(page.format, page.grid, term.at));
  };
  return (
    <li>
      <Button className="fault" onPress={go}>
        <span className="fault-words">
          {t(`gallery.term.${term.check}`)}
          {about && <em>{about}</em>}
        </span>
        <span className="fault-cost">−{term.cost.toFixed(1)}</span>
      </Button>
    </li>
  );
}

/** To the words of a story that are to be fewer or more: the gallery gives way to its text. */
function goToText(story: string): void {
  closeGallery();
  setDesk({ story });
  if (!writing().storyView) toggleStoryView();
}

/** What a hand can do at once: search again without a story, or go to its text. The others are for the editor to weigh. */
const ACTS: Partial<Record<Mend['what'], (story: string) => void>> = {
  'take-off': searchWithout,
  'cut-text': goToText,
  'longer-text': goToText,
};

function MendLine({ mend }: { readonly mend: Mend }) {
  const { t } = useTranslation();
  const nameOf = useStoryName();
  const { what, story, lines, characters } = mend;
  const words = t(`gallery.mend.${what}`, { story: story === null ? '' : nameOf(story), lines, characters });
  const act = ACTS[what];
  return (
    <li className="mend-line">
      {act && story !== null ? (
        <Button className="fault" onPress={() => act(story)} data-mend={what}>
          <span className="fault-words">{words}</span>
          <span className="fault-cost">{t(`gallery.act.${what}`)}</span>
        </Button>
      ) : (
        words
      )}
    </li>
  );
}

export function Faults({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const terms = proposal.terms.filter((x) => x.cost >= LEAST);
  return (
    <div className="gallery-faults">
      {proposal.mends.length > 0 && (
        <>
          <h3>{t('gallery.mends')}</h3>
          <ul>
            {proposal.mends.map((m) => (
              <MendLine key={`${m.what} ${m.story ?? ''}`} mend={m} />
            ))}
          </ul>
        </>
      )}
      <h3>{t('gallery.faults')}</h3>
      {terms.length === 0 ? (
        <p className="empty">{t('gallery.noFaults')}</p>
      ) : (
        <ul>
          {terms.map((term, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two faults of one kind differ in nothing but their order
            <Fault key={`${term.check} ${i}`} term={term} proposal={proposal} />
          ))}
        </ul>
      )}
    </div>
  );
}
