/** A page changed in one place and closed again: asked of the composer, taken as one undo, or said why not. */
import i18next from 'i18next';
import type { Reclosed } from '../../core/arrange/index.ts';
import { ask } from '../worker/client.ts';
import type { Change } from '../worker/messages.ts';
import { answerAhead, handOn } from './ahead.ts';
import { commit } from './change.ts';
import { desk, pageOf, setDesk } from './desk.ts';
import { tell, tellText } from './notices.ts';

type Kept = Extract<Reclosed, { ok: false }>;

const reasonOf = ({ reason, lines }: Kept): string =>
  lines === undefined ? i18next.t(`reclose.${reason}`) : i18next.t(`reclose.${reason}-lines`, { lines });

const said = (r: Kept): string => i18next.t('notice.wallKept', { why: reasonOf(r) });

/** Say why nothing moved. The same reason is said once, however often it is met. */
export const tellKept = (r: Kept): void => tellText('info', said(r));

/** It moves again: what was said before no longer holds. */
export function dismissKept(): void {
  const head = i18next.t('notice.wallKept', { why: '' });
  const { notices } = desk();
  if (notices.some((n) => n.text.startsWith(head))) setDesk({ notices: notices.filter((n) => !n.text.startsWith(head)) });
}

async function asked(page: string, change: Change): Promise<Reclosed> {
  const letGo = handOn();
  try {
    await ask('hold', { page, likely: null });
    return await ask('reclose', change);
  } finally {
    letGo();
  }
}

/** Change the page that is looked at and close it again. Resolves to the articles that were laid anew; null where nothing moved. */
export async function reclose(label: string, change: Change): Promise<readonly string[] | null> {
  const page = pageOf(desk());
  if (!page) return null;
  const r = answerAhead(change) ?? (await asked(page.id, change));
  if (!r.ok) {
    tellKept(r);
    return null;
  }
  if (!commit(label, r.edit)) return null;
  tell('done', 'notice.reclosed', { count: r.changed.length, percent: Math.round(r.distance * 100) });
  return r.changed;
}
