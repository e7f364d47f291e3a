/** The project in hand and main: what was typed is journaled, what is unsaved is said, what main asks is done. */
import i18next from 'i18next';
import type { Edit } from '../../core/document/index.ts';
import type { First } from '../../ipc/contract.ts';
import { bridge } from '../bridge.ts';
import { listenToChanges } from '../state/change.ts';
import { desk, isDirty, setDesk, useDesk } from '../state/desk.ts';
import { openFile, openSample, recover, save } from '../state/files.ts';
import { loadKeymap } from './keymap.ts';
import { takeSettings } from './settings.ts';

/** Edits wait this long for others, so that typing does not call main for each letter. */
const JOURNAL_MS = 250;

function keepJournal(): void {
  let edits: Edit[] = [];
  let waiting = false;
  const send = (): void => {
    waiting = false;
    const { document } = desk();
    if (document && edits.length > 0) void bridge.call('journal.append', { document, edits });
    edits = [];
  };
  listenToChanges({
    opened: () => {
      edits = [];
    },
    step: () => {},
    lasting: (edit) => {
      edits.push(edit);
      if (!waiting) setTimeout(send, JOURNAL_MS);
      waiting = true;
    },
  });
}

/** Keep main and the window's title true. */
export function followWork(): void {
  keepJournal();
  useDesk.subscribe((s, b) => {
    const dirty = isDirty(s);
    if (s.document && (dirty !== isDirty(b) || s.document !== b.document))
      void bridge.call('project.dirty', { document: s.document, dirty });
    const other = s.document !== b.document || (s.project === null) !== (b.project === null);
    if (other || s.name !== b.name || dirty !== isDirty(b) || s.language !== b.language) {
      const name = s.project ? (s.name ?? i18next.t('title.untitled')) : '';
      void bridge.call('window.title', {
        title: name ? `${dirty ? '● ' : ''}${name} — ${i18next.t('title.app')}` : i18next.t('title.app'),
      });
    }
  });
}

/** Hear what main says by itself. */
export function listenToMain(): void {
  bridge.on('open-file', ({ file }) => void openFile(file));
  bridge.on('settings', (settings) => {
    takeSettings(settings);
    loadKeymap();
  });
  bridge.on('dark', ({ dark }) => setDesk({ systemDark: dark }));
  bridge.on('progress', ({ job, done, total }) => {
    const { exporting } = desk();
    if (exporting?.job === job) setDesk({ exporting: { job, done, total } });
  });
  bridge.on('save-asked', () => void save(false));
}

/** What the window shows first. */
export async function openFirst(first: First): Promise<void> {
  if (first.kind === 'file') await openFile(first.file);
  else if (first.kind === 'recovered') await recover();
  else if (first.kind === 'sample') await openSample(first.name);
}
