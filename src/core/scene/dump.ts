/** A Scene as text: what golden tests compare and people read. One item a line, rounded to a hundredth of a point. */
import type { Colour, Item, Part, Scene } from './scene.ts';

const n = (x: number): string => {
  const r = Math.round(x * 100) / 100;
  return Object.is(r, -0) ? '0' : String(r);
};

function colour(c: Colour): string {
  const inks = [c.c, c.m, c.y, c.k].map((x) => n(x * 100)).join('/');
  return c.kind === 'spot' ? `${c.name} ${n(c.tint * 100)}% (${inks})` : inks;
}

function item(part: Part, i: Item): string {
  switch (i.kind) {
    case 'glyphs': {
      const at = i.start < i.end ? `${n(part.glyphs.x[i.start] as number)},${n(part.glyphs.y[i.start] as number)}` : '-';
      const end = i.start < i.end ? n(part.glyphs.x[i.end - 1] as number) : '-';
      const from = i.source ? ` <- ${i.source.story}:${Object.values(i.source.place).join('.')}@${i.source.at}` : '';
      const turned = i.orientation === 'upright' ? '' : ` ${i.orientation}`;
      const scaled = i.scaleX === 1 ? '' : ` ×${n(i.scaleX)}`;
      return `glyphs ${at}…${end} ${i.font} ${n(i.sizePt)}${turned}${scaled} ${colour(i.colour)} “${i.text}”${from}`;
    }
    case 'rule':
      return `rule ${n(i.x1)},${n(i.y1)} ${n(i.x2)},${n(i.y2)} ${n(i.widthPt)} ${colour(i.colour)}${i.dash.length ? ` [${i.dash.map(n).join(' ')}]` : ''}`;
    case 'fill':
      return `fill ${n(i.x)},${n(i.y)} ${n(i.width)}×${n(i.height)} ${colour(i.colour)}`;
    case 'picture': {
      const crop = [i.crop.x, i.crop.y, i.crop.width, i.crop.height].map((x) => String(Math.round(x * 1e4) / 1e4)).join(' ');
      return `picture ${i.picture ?? '(none)'} ${n(i.x)},${n(i.y)} ${n(i.width)}×${n(i.height)} crop ${crop}${i.rotate ? ` turned ${n(i.rotate)}` : ''}`;
    }
    default:
      return i satisfies never;
  }
}

/** The whole Scene, part by part in paint order. The same Scene gives the same text. */
export function dumpScene(scene: Scene): string {
  const lines = [`page ${scene.page} ${n(scene.widthPt)}×${n(scene.heightPt)}`];
  for (const p of scene.parts) {
    lines.push(
      `part ${p.frame} ${p.role} ${n(p.x)},${n(p.y)} ${n(p.width)}×${n(p.height)} ${p.used}/${p.slots}${p.article ? ` of ${p.article}` : ''}`,
    );
    for (const i of p.items) lines.push(`  ${item(p, i)}`);
  }
  for (const o of scene.overset) lines.push(`overset ${o.story} at ${o.frame}: ${o.characters} characters, ${o.lines} lines`);
  for (const m of scene.missing) lines.push(`missing ${m.character} in ${m.frame}`);
  return `${lines.join('\n')}\n`;
}
