/** XML as a tree that can be written again: entities stay as they came, so that what is not touched is not changed. */
import { Parser } from 'htmlparser2';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

interface Growing extends XmlElement {
  readonly children: XmlNode[];
}

/** Deeper than any document of Office's; each level is a call when it is walked through. */
const deepest = 1000;

/** The root's children: one element, and the white space beside it. Throws where the elements stand too deep in one another. */
export function parseXml(text: string): readonly XmlNode[] {
  const stack: Growing[] = [{ name: '', attributes: {}, children: [] }];
  let literal = false;
  const add = (node: XmlNode): void => void stack[stack.length - 1]?.children.push(node);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (stack.length > deepest) throw new Error(`elements more than ${deepest} deep`);
        const element: Growing = { name, attributes, children: [] };
        add(element);
        stack.push(element);
      },
      onclosetag: () => void stack.pop(),
      oncdatastart: () => {
        literal = true;
      },
      oncdataend: () => {
        literal = false;
      },
      ontext: (t) => add(literal ? escaped(t) : t),
    },
    { xmlMode: true, decodeEntities: false, recognizeCDATA: true },
  );
  const root = stack[0] as Growing;
  parser.write(text);
  parser.end();
  return root.children;
}

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

export function writeXml(node: XmlNode): string {
  if (typeof node === 'string') return node;
  const own = Object.entries(node.attributes).map(([k, v]) => ` ${k}="${v.replace(/"/gu, '&quot;').replace(/</gu, '&lt;')}"`);
  return `<${node.name}${own.join('')}>${node.children.map(writeXml).join('')}</${node.name}>`;
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const element = (name: string, children: readonly XmlNode[] = [], attributes: XmlElement['attributes'] = {}): XmlElement => ({
  name,
  attributes,
  children,
});

/** An element's own child of a name. */
export const child = (e: XmlElement | undefined, name: string): XmlElement | undefined =>
  e?.children.filter(isElement).find((c) => c.name === name);

/** Every element of a name, in order; nothing is looked for inside one that is found. */
export const within = (nodes: readonly XmlNode[], name: string): XmlElement[] =>
  nodes.filter(isElement).flatMap((c) => (c.name === name ? [c] : within(c.children, name)));

/** The characters of a part of an Office document: UTF-8, or UTF-16 with a mark (ECMA-376 part 2, 8.1.3.3). */
export function partText(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(wide).decode(bytes);
}
