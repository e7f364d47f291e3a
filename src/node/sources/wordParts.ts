/**
 * What mammoth passes over in a Word document is put into forms that it reads: text boxes, fields, ruby, formulas, line
 * breaks, running heads. What Word does not show is taken out. Names are those of ECMA-376 part 1, 17 and 22.
 */
import { child, element, isElement, within, type XmlElement, type XmlNode } from './xml.ts';

/** Style of a running head's paragraphs, made here; no document has it. */
export const runningStyle = 'BanxinRunningHead';

/** A run of plain words. */
const words = (text: string): XmlElement => element('w:t', [text], { 'xml:space': 'preserve' });
export const run = (text: string): XmlElement => element('w:r', [words(text)]);

/** Whether a switch such as `w:vanish` is there and on (17.17.4). */
const isOn = (e: XmlElement | undefined): boolean => e !== undefined && !/^(?:0|false|off)$/u.test(e.attributes['w:val'] ?? '');
const holds = (e: XmlElement | undefined, name: string): boolean => e !== undefined && within(e.children, name).length > 0;
const textIn = (nodes: readonly XmlNode[], name: string): string =>
  within(nodes, name)
    .flatMap((t) => t.children.filter((c) => typeof c === 'string'))
    .join('');

/** The forms of a part of a document for mammoth, in the same order. */
export const mended = (nodes: readonly XmlNode[]): XmlNode[] => nodes.flatMap((n) => (isElement(n) ? mend(n) : [n]));

const rules: Readonly<Record<string, (e: XmlElement) => XmlNode[]>> = {
  'mc:AlternateContent': (e) => mended(chosen(e)),
  'w:dir': (e) => mended(e.children),
  'w:bdo': (e) => mended(e.children),
  'w:fldSimple': (e) => mended(e.children),
  // Where a link leads is no copy, and one that leads nowhere stops mammoth.
  'w:hyperlink': (e) => mended(e.children),
  'w:cr': () => [element('w:br')],
  'w:ptab': () => [element('w:tab')],
  'w:ruby': (e) => [words(annotated(e))],
  'w:r': (e) => (isOn(child(child(e, 'w:rPr'), 'w:vanish')) ? [] : [{ ...e, children: mended(e.children) }]),
  'w:sym': symbol,
  'w:drawing': (e) => [{ ...e, children: mended(e.children) }, ...boxesOf(e)],
  'v:textpath': (e) => [element('v:textbox', [element('w:txbxContent', [element('w:p', [run(e.attributes.string ?? '')])])])],
  'm:oMath': (e) => [run(formula(e.children))],
};

/** Forms of Office's old drawing language that mammoth looks into. */
const knownShapes = new Set('v:shape v:roundrect v:rect v:group v:textbox v:imagedata'.split(' '));

function mend(e: XmlElement): XmlNode[] {
  const rule = rules[e.name];
  if (rule) return rule(e);
  const name = e.name.startsWith('v:') && !knownShapes.has(e.name) && holds(e, 'w:txbxContent') ? 'v:shape' : e.name;
  return [{ ...e, name, children: mended(e.children) }];
}

/** The old form, which mammoth reads, unless only the new one has the text: WPS writes a picture of a text box as its old form. */
function chosen(e: XmlElement): readonly XmlNode[] {
  const [now, old] = [child(e, 'mc:Choice'), child(e, 'mc:Fallback')];
  return (old && (holds(old, 'w:txbxContent') || !holds(now, 'w:txbxContent')) ? old : (now ?? old))?.children ?? [];
}

/** A drawing's text boxes in the old form, which stands after its paragraph. */
const boxesOf = (drawing: XmlElement): XmlNode[] =>
  within(drawing.children, 'w:txbxContent').map((box) =>
    element('w:pict', [element('v:shape', [element('v:textbox', [{ ...box, children: mended(box.children) }])])]),
  );

/** 湛（zhàn）: as HTML shows ruby where there is no room for it. */
function annotated(ruby: XmlElement): string {
  const [base, reading] = ['w:rubyBase', 'w:rt'].map((name) => textIn(child(ruby, name)?.children ?? [], 'w:t'));
  return reading ? `${base}（${reading}）` : (base ?? '');
}

/** Fonts whose signs mammoth knows by name. */
const dingbats = /^(?:symbol|wingdings.*|webdings|zapf dingbats)$/iu;

/** A sign by its number in a font: where that font is one of letters, the number is the letter's. */
function symbol(e: XmlElement): XmlNode[] {
  const code = Number.parseInt(e.attributes['w:char'] ?? '', 16);
  if (!(code > 0x1f && code < 0xfffe) || (code > 0xd7ff && code < 0xe000) || dingbats.test(e.attributes['w:font'] ?? '')) return [e];
  return [words(`&#${code};`)];
}

/** A formula's letters on one line; of its forms only the fraction's bar is kept. */
function formula(nodes: readonly XmlNode[]): string {
  return nodes
    .filter(isElement)
    .map((e) => {
      if (e.name === 'm:t') return e.children.filter((c) => typeof c === 'string').join('');
      if (e.name === 'm:f') return ['m:num', 'm:den'].map((n) => formula(child(e, n)?.children ?? [])).join('/');
      return formula(e.children);
    })
    .join('');
}

/** Without the pictures whose relationship is gone, as damaged documents have them: mammoth would give up the text for one. */
export function withoutGonePictures(nodes: readonly XmlNode[], relations: ReadonlySet<string | undefined>): XmlNode[] {
  const isGone = ({ name, attributes }: XmlElement): boolean =>
    (name === 'a:blip' || name === 'v:imagedata') && !relations.has(attributes['r:embed'] ?? attributes['r:link'] ?? attributes['r:id']);
  return nodes.flatMap((n): XmlNode[] => {
    if (!isElement(n)) return [n];
    return isGone(n) ? [] : [{ ...n, children: withoutGonePictures(n.children, relations) }];
  });
}

/** The lines of a header or footer as paragraphs of `runningStyle`. */
export function runningHeads(part: readonly XmlNode[]): XmlElement[] {
  const style = element('w:pPr', [element('w:pStyle', [], { 'w:val': runningStyle })]);
  return within(mended(part), 'w:p')
    .map((p) => textIn(p.children, 'w:t').trim())
    .filter((text) => text !== '')
    .map((text) => element('w:p', [style, run(text)]));
}
