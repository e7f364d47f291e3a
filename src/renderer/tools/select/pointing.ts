/** Pressed on something and not moved yet: a click selects, a drag moves. */
import i18next from 'i18next';
import type { Page } from '../../../core/document/index.ts';
import { keyName } from '../../panels/page/names.ts';
import { desk, pageOf, setDesk } from '../../state/desk.ts';
import { tell } from '../../state/notices.ts';
import { frameKey, picked, pickedFrames } from '../../state/selection.ts';
import { type HandState, movedEnough, type Touch } from '../hand.ts';
import { wakeText } from '../wake.ts';
import { selectedPhoto } from './cropping.ts';
import { select } from './reach.ts';
import type { Pressed, Steps } from './steps.ts';

/** Shift adds and takes away; a click within the selection keeps it until the button comes up. */
function selectOnClick(t: Touch, on: Pressed): void {
  const { selected } = desk();
  if (t.shift) select(selected.includes(on.key) ? selected.filter((k) => k !== on.key) : [...selected, on.key]);
  else select([on.key]);
}

/** The locked thing by its name: among several it is not plain which one holds. */
function lockedWhat(page: Page): string {
  const { project, selected } = desk();
  const key = selected.find((k) => pickedFrames(page, [k]).some((f) => f.locked));
  return project && key ? keyName(i18next.t, project, page, key) : '';
}

export function pointing(steps: Steps, start: Touch, on: Pressed): HandState {
  const held = desk().selected.includes(on.key);
  if (!held && !start.shift) select([on.key]);
  return {
    cursor: 'default',
    move(t) {
      if (!movedEnough(start.view, t.view)) return null;
      const page = pageOf(desk());
      if (!held) selectOnClick(start, on);
      if (page && pickedFrames(page, desk().selected).some((f) => f.locked)) {
        tell('info', 'notice.locked', { what: lockedWhat(page) });
        return steps.idle();
      }
      // With the content tool a photo's frame stays and the picture in it moves.
      return desk().tool === 'content' && selectedPhoto() ? steps.cropping(start) : steps.moving(start);
    },
    up(t) {
      // Alt that drags leaves a copy of the whole; Alt that only clicks takes the one frame out of it.
      if (start.alt && !start.shift) select([frameKey(on.frame)]);
      else if (held || start.shift) selectOnClick(start, on);
      if (start.clicks >= 2 && picked(on.key).kind === 'frame') {
        // A photo's content is the picture, not words: the content tool takes it in hand.
        if (selectedPhoto()) setDesk({ tool: 'content' });
        else wakeText(on.frame, t.page);
      }
      return steps.idle();
    },
    cancel: () => steps.idle(),
  };
}
