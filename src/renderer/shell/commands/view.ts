import { ACTUAL_SCALE, fitRect, nextStop, zoomAbout } from '../../canvas/camera.ts';
import { type Aids, desk, pageOf, setDesk, type ToolName } from '../../state/desk.ts';
import { framesRect } from '../../state/place.ts';
import { pickedFrames } from '../../state/selection.ts';
import { fitPage, lookFrom } from '../../tools/view/tool.ts';
import { type Command, withPage, withSelection } from './command.ts';

/** Zoom about the middle of the view. */
export function zoomTo(scale: number): void {
  const { camera, view } = desk();
  lookFrom(zoomAbout(camera, { x: view.width / 2, y: view.height / 2 }, scale / camera.scale));
}

const toggle = (id: string, keys: readonly string[], aid: Exclude<keyof Aids, 'rulerUnit'>): Command => ({
  id,
  keys,
  available: withPage,
  checked: (s) => s.aids[aid],
  run: () => setDesk({ aids: { ...desk().aids, [aid]: !desk().aids[aid] } }),
});

const tool = (name: ToolName, ...keys: string[]): Command => ({
  id: `tool.${name}`,
  keys,
  available: () => true,
  checked: (s) => s.tool === name,
  run: () => setDesk({ tool: name }),
});

export const viewCommands: readonly Command[] = [
  tool('select', 'KeyV'),
  tool('content', 'KeyA'),
  tool('text', 'KeyT'),
  tool('label', 'Shift+KeyT'),
  tool('photo', 'KeyF'),
  tool('rule', 'KeyL', 'Backslash'),
  tool('box', 'KeyM'),
  tool('tint', 'Shift+KeyM'),
  tool('eyedropper', 'KeyI'),
  tool('measure', 'KeyK'),
  tool('hand', 'KeyH'),
  tool('zoom', 'KeyZ'),
  {
    id: 'view.zoomIn',
    keys: ['$mod+Equal', '$mod+NumpadAdd'],
    whileTyping: true,
    repeats: true,
    available: withPage,
    run: () => zoomTo(nextStop(desk().camera.scale, 1)),
  },
  {
    id: 'view.zoomOut',
    keys: ['$mod+Minus', '$mod+NumpadSubtract'],
    whileTyping: true,
    repeats: true,
    available: withPage,
    run: () => zoomTo(nextStop(desk().camera.scale, -1)),
  },
  { id: 'view.actual', keys: ['$mod+Digit1'], available: withPage, run: () => zoomTo(ACTUAL_SCALE) },
  { id: 'view.fitPage', keys: ['$mod+Digit0', '$mod+Alt+Digit0'], whileTyping: true, available: withPage, run: fitPage },
  {
    id: 'view.fitSelection',
    keys: ['Shift+Digit2', '$mod+Alt+Equal'],
    available: withSelection,
    run: () => {
      const s = desk();
      const page = pageOf(s);
      const rect = page && framesRect(page, pickedFrames(page, s.selected));
      if (rect) lookFrom(fitRect(rect, s.view, 48));
    },
  },
  toggle('view.preview', ['KeyW'], 'preview'),
  toggle('view.columns', ['$mod+Quote'], 'columns'),
  toggle('view.lines', ['$mod+Alt+Quote', '$mod+Shift+KeyR'], 'lines'),
  toggle('view.cells', ['$mod+Shift+Quote'], 'cells'),
  toggle('view.edges', ['$mod+KeyH'], 'edges'),
  toggle('view.rulers', ['$mod+KeyR'], 'rulers'),
  {
    id: 'view.millimetres',
    keys: [],
    available: withPage,
    checked: (s) => s.aids.rulerUnit === 'mm',
    run: () => setDesk({ aids: { ...desk().aids, rulerUnit: desk().aids.rulerUnit === 'mm' ? 'grid' : 'mm' } }),
  },
];
