/** Small words on the page: how much text is over, and where the hand is. */
import { useTranslation } from 'react-i18next';
import { type Grid, type GridRect, longChars, spanPt, toMm } from '../../../core/measure/index.ts';
import type { Overset } from '../../../core/scene/index.ts';
import { rectToView } from '../../canvas/camera.ts';
import { useWithPage } from '../../state/awaited.ts';
import { enterText } from '../../state/caret.ts';
import { type Desk, desk, type HandShow, pageOf, setDesk, useDesk } from '../../state/desk.ts';
import { articleKey } from '../../state/selection.ts';
import { type Home, spotOfCut, textsOf } from '../../tools/text/stream.ts';

/** Select the article whose text is over, and go to where it is cut. */
function goToCut(o: Overset): void {
  setDesk({ selected: [articleKey(o.article)], story: o.story });
  if (!o.cut) return;
  setDesk({ tool: 'text' });
  const home: Home = { kind: 'story', story: o.story, stream: 'body' };
  const { project } = desk();
  if (project) enterText(home, spotOfCut(textsOf(project, home), o.cut), undefined, true);
}

/** 余 n 字 at the end of a thread that has more text than room; a click leads to where the text is cut. */
export function OversetBadges() {
  const { t } = useTranslation();
  const camera = useDesk((s) => s.camera);
  const scene = useDesk((s) => (s.page ? s.scenes[s.page] : undefined));
  const preview = useDesk((s) => s.aids.preview);
  if (!scene || preview) return null;
  return scene.overset.map((o) => {
    const part = scene.parts.find((p) => p.frame === o.frame);
    if (!part) return null;
    const r = rectToView(camera, part);
    return (
      <button
        key={`${o.article} ${o.frame}`}
        type="button"
        className="overset-badge"
        style={{ transform: `translate(${Math.round(r.x + r.width)}px, ${Math.round(r.y + r.height)}px) translate(-100%, 2px)` }}
        data-overset={o.characters}
        onPointerDown={(e) => e.stopPropagation()}
        onClick={() => goToCut(o)}
        aria-label={t('page.oversetLong', { characters: o.characters, lines: o.lines })}
      >
        {t('page.overset', { characters: o.characters, lines: o.lines })}
      </button>
    );
  });
}

const round = (v: number, digits: number): string => String(Number(v.toFixed(digits)));

/** A place on the grid in the trade's words: where it begins, how large it is in columns, characters, lines and millimetres. */
export function PlaceText({ grid, at }: { readonly grid: Grid; readonly at: GridRect }) {
  const { t } = useTranslation();
  return (
    <>
      <span>{t('place.at', { column: round(at.column + 1, 1), line: round(at.line + 1, 1) })}</span>
      <span>
        {t('place.size', { columns: round(at.columns, 1), lines: round(at.lines, 1), chars: round(longChars(grid, at.columns), 1) })}
      </span>
      <span>{t('place.mm', { width: round(toMm(spanPt(grid, at.columns)), 1), height: round(toMm(at.lines * grid.linePitchPt), 1) })}</span>
    </>
  );
}

const showNow = (s: Desk): HandShow => s.show;

/** The live read-out beside the pointer while something is moved, resized or placed. */
export function Readout() {
  const show = useWithPage(showNow);
  const grid = useDesk((s) => pageOf(s)?.grid);
  const view = useDesk((s) => s.view);
  if ((!show.at && !show.say) || !show.near || !grid) return null;
  const x = Math.min(show.near.x + 18, view.width - 200);
  const y = Math.min(show.near.y + 20, view.height - 70);
  return (
    <div className="readout" role="status" style={{ transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)` }}>
      {show.at && <PlaceText grid={grid} at={show.at} />}
      {show.say?.split('\n').map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
