/** The ToUnicode map: what text each code of a font stands for (ISO 32000-1 §9.10.3). */
import { hex4 } from '../pdf/objects.ts';

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;
const TAIL = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;

/** A section of a CMap holds at most 100 entries. */
const SECTION = 100;

const utf16 = (text: string): string => {
  let hex = '';
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i));
  return hex;
};

/** Entries in ascending order of code. */
export function toUnicode(codes: readonly (readonly [code: number, text: string])[]): string {
  let out = HEAD;
  for (let i = 0; i < codes.length; i += SECTION) {
    const part = codes.slice(i, i + SECTION);
    out += `${part.length} beginbfchar\n`;
    for (const [code, text] of part) out += `<${hex4(code)}> <${utf16(text)}>\n`;
    out += 'endbfchar\n';
  }
  return out + TAIL;
}
