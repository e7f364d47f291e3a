/** The window starts: settings and words first, then the face it is set in, then the first project. */
import { createRoot } from 'react-dom/client';
import { commonFontAddress, fontAddress } from '../ipc/address.ts';
import { bridge } from './bridge.ts';
import { commonRange } from './common-range.ts';
import { glyphs } from './painter.ts';
import { App } from './shell/App.tsx';
import { loadKeymap } from './shell/keymap.ts';
import { startLanguage } from './shell/language.ts';
import { startMenu } from './shell/menu.ts';
import { followTheme, savedWords, saveWords, takeSettings } from './shell/settings.ts';
import { startShortcuts } from './shell/shortcuts.ts';
import { followWork, listenToMain, openFirst } from './shell/work.ts';
import { startAhead } from './state/ahead.ts';
import { onRefused } from './state/change.ts';
import { followSources } from './state/copy-source.ts';
import { desk, setDesk } from './state/desk.ts';
import { takeDrops } from './state/drops.ts';
import { startGallery } from './state/gallery.ts';
import { tellText } from './state/notices.ts';
import { rememberWords } from './state/words.ts';
import { leadPages, startComposer, warmFaces } from './worker/client.ts';
import { startPainter } from './worker/painter.ts';

/** The window's own face ships with Banxin. It is waited for a moment, so that nothing jumps; never longer. */
const FACE_MS = 700;

/** Common characters first; the whole face stands behind it (tokens.css) and comes when a rare one is shown. */
async function loadFace(weight: '400' | '700'): Promise<void> {
  const id = `sans-${weight}`;
  document.fonts.add(new FontFace('Banxin Sans Whole', `url(${fontAddress(id)})`, { weight, display: 'swap' }));
  const face = new FontFace('Banxin Sans', `url(${commonFontAddress(id)})`, { weight, display: 'swap', unicodeRange: commonRange() });
  document.fonts.add(await face.load());
}

async function start(): Promise<void> {
  const face = loadFace('400').catch(() => undefined);
  startComposer(glyphs, (why) => tellText('error', why));
  startAhead();
  startPainter(leadPages, (why) => tellText('error', why));
  const [info, presets] = await Promise.all([bridge.call('app.info', null), bridge.call('presets.list', null)]);
  if (!info.ok) throw new Error(info.problem.message);
  setDesk({ info: info.value, presets: presets.ok ? presets.value : [], systemDark: info.value.dark });
  takeSettings(info.value.settings);
  loadKeymap();
  await startLanguage(info.value.settings.language);
  followTheme();
  const [usual] = desk().presets;
  if (usual) warmFaces(usual.styles);
  onRefused((why) => tellText('error', why));
  followWork();
  startGallery();
  listenToMain();
  followSources();
  rememberWords(savedWords(), saveWords);
  takeDrops();
  startShortcuts();
  // The first project is read and composed while the face comes; the window then appears with it.
  const first = openFirst(info.value.first);
  await Promise.race([face, new Promise((resolve) => setTimeout(resolve, FACE_MS))]);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App />);
  startMenu();
  await first;
  void loadFace('700').catch(() => undefined);
}

start().catch((e: unknown) => {
  document.body.textContent = e instanceof Error ? e.message : String(e);
});
