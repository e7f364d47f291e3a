/** Edits that cure a finding. */
import type { Edit, Frame, Page } from '../document/index.ts';
import type { Story, TextPlace } from '../story/index.ts';

/** Put a frame elsewhere, or change what it shows. */
export const changeFrame = (page: Page, frame: Frame, change: Partial<Pick<Frame, 'at' | 'dxPt' | 'dyPt' | 'shows'>>): Edit => ({
  kind: 'frame',
  page: page.id,
  id: frame.id,
  after: { ...frame, ...change },
});

/** Take characters out of a passage. */
export const cutText = (story: Story, place: TextPlace, at: number, removed: string): Edit => ({
  kind: 'text',
  story: story.id,
  place,
  at,
  removed,
  inserted: '',
});
