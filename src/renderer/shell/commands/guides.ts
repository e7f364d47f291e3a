/** Guides by keyboard: shown, locked, put at the edges of what is selected, taken away. */
import { commit } from '../../state/change.ts';
import { desk, pageOf, setDesk } from '../../state/desk.ts';
import { framesRect } from '../../state/place.ts';
import { withGuides } from '../../tools/guides.ts';
import { type Command, selectedFrames, withPage, withSelection } from './command.ts';

const flip = (aid: 'guides' | 'guidesLocked' | 'snap'): void => setDesk({ aids: { ...desk().aids, [aid]: !desk().aids[aid] } });

export const guideCommands: readonly Command[] = [
  { id: 'view.guides', keys: ['$mod+Semicolon'], available: withPage, checked: (s) => s.aids.guides, run: () => flip('guides') },
  {
    id: 'view.guidesLocked',
    keys: ['$mod+Alt+Semicolon', '$mod+Shift+KeyN'],
    available: withPage,
    checked: (s) => s.aids.guidesLocked,
    run: () => flip('guidesLocked'),
  },
  { id: 'view.snap', keys: ['$mod+Shift+Semicolon'], available: withPage, checked: (s) => s.aids.snap, run: () => flip('snap') },
  {
    id: 'guide.atSelection',
    keys: [],
    available: withSelection,
    run: () => {
      const page = pageOf(desk());
      const r = page && framesRect(page, selectedFrames(desk()));
      if (!page || !r) return;
      const { x = [], y = [] } = page.guides ?? {};
      commit('guide.add', withGuides(page, { x: [...x, r.x, r.x + r.width], y: [...y, r.y, r.y + r.height] }));
    },
  },
  {
    id: 'guide.clear',
    keys: [],
    available: (s) => (pageOf(s)?.guides ? true : 'noGuides'),
    run: () => {
      const page = pageOf(desk());
      if (page?.guides) commit('guide.clear', withGuides(page, { x: [], y: [] }));
    },
  },
];
