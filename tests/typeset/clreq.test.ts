/**
 * The gaps that the typst-doc-cn clreq list names in composing Chinese, each as a test of this composer (guide, wishes 3).
 * What that list says of citations, numbering, mathematics, raw code, links and font files has no counterpart here.
 */
import { describe, expect, it } from 'vitest';
import { columnPt, sizeName, spanPt } from '../../src/core/measure/index.ts';
import type { SetParagraph } from '../../src/core/typeset/index.ts';
import { type Case, setCase } from '../support/lines.ts';
import { preset } from '../support/project.ts';

const EM = 9;
const em = (pt: number): number => Math.round((pt / EM) * 1000) / 1000;

/** Where the glyph of the character at `at` stands, in em from the measure's start. */
function penOf(p: SetParagraph, at: number): number {
  const g = [...p.at].indexOf(at);
  if (g < 0) throw new Error(`No glyph stands for character ${at}.`);
  return em(p.x[g] as number);
}
/** From the glyph of one character to that of the next. */
const step = (p: SetParagraph, at: number, next = at + 1): number => Math.round((penOf(p, next) - penOf(p, at)) * 1000) / 1000;
const words = (c: Case, p: SetParagraph): string[] => p.lines.map((l) => c.text.slice(l.from, l.to));
const fontOf = (p: SetParagraph, at: number): string => p.casts[p.font[[...p.at].indexOf(at)] as number]?.font ?? '';

describe('glyphs', () => {
  const quoted: Case = { text: '我说：“T’Pol是‘虚构’人物！”', chars: 30 };
  it('quotation marks of Chinese are set from the Han face, an apostrophe within a word from the Latin one', () => {
    const p = setCase(quoted);
    expect([3, 10, 13, 17].map((i) => [quoted.text[i], fontOf(p, i)])).toEqual([
      ['“', 'serif-400'],
      ['‘', 'serif-400'],
      ['’', 'serif-400'],
      ['”', 'serif-400'],
    ]);
    expect(fontOf(p, 5)).toBe('latin-400');
  });

  it('and have their own widths: half an em beside another mark, a narrow letter’s within a word', () => {
    const p = setCase(quoted);
    expect(step(p, 2)).toBe(0.5);
    expect(step(p, 5)).toBeLessThan(0.3);
  });

  it('a Traditional full stop stands in its middle whatever stands around it', () => {
    const plain = setCase({ text: '句號。甲', chars: 20, language: 'zh-Hant' });
    const marked = setCase({ text: '句號。A', chars: 20, language: 'zh-Hant', looks: [{ from: 0, to: 2, look: 'bold' }] });
    const inside = (p: SetParagraph): number => Math.round((penOf(p, 2) % 1) * 1000) / 1000;
    expect(inside(marked)).toBe(inside(plain));
  });

  it('a variation selector stays with its ideograph at a line end, and takes no room', () => {
    for (const text of ['一二三四葛\u{e0100}城市', '一二三葛\u{e0100}四城市']) {
      const c: Case = { text, chars: 5 };
      const p = setCase(c);
      expect(words(c, p)[0]).toBe(text.slice(0, 7));
      expect(em(p.lines[0]?.widthPt ?? 0)).toBe(5);
      expect(p.missing).toEqual([]);
    }
  });

  it('Han and Latin stand on one baseline', () => {
    expect(new Set([...setCase({ text: 'Typst国王25岁', chars: 20 }).y].map((y) => Math.round(y * 1000)))).toEqual(new Set([0]));
  });
});

describe('lines', () => {
  it('an interpunct does not begin one', () => {
    for (let chars = 6; chars < 16; chars++) {
      const c: Case = { text: '噫，克里斯蒂娜·罗塞蒂，还有阿加莎·克里斯蒂！', chars };
      for (const line of words(c, setCase(c))) expect(line[0]).not.toBe('·');
    }
  });

  it('both gaps beside Latin are opened, not one', () => {
    const c: Case = { text: '第1回成段落字', chars: 3.1 };
    const p = setCase(c);
    expect(words(c, p)[0]).toBe('第1回');
    const loose = setCase({ ...c, chars: 20 });
    const [left, right] = [step(p, 0) - step(loose, 0), step(p, 1) - step(loose, 1)];
    expect(left).toBeGreaterThan(0.1);
    expect(right).toBeCloseTo(left, 2);
  });

  it('simple Han keeps a strict grid: every full line opens alike', () => {
    const c: Case = { text: '天生我材必有用千金散尽还复来烹羊宰牛且为乐会须一饮三百杯', chars: 7.5 };
    const full = setCase(c).lines.slice(0, -1);
    expect(new Set(full.map((l) => [...c.text.slice(l.from, l.to)].length))).toEqual(new Set([7]));
    expect(new Set(full.map((l) => l.openEm.toFixed(4))).size).toBe(1);
  });

  it('marks have three widths to choose from', () => {
    const steps = (marks: 'full' | 'kaiming' | 'half'): number[] => {
      const p = setCase({ text: '甲，乙。丙', chars: 20, marks });
      return [step(p, 1), step(p, 3)];
    };
    expect(steps('full')).toEqual([1, 1]);
    expect(steps('kaiming')).toEqual([0.5, 1]);
    expect(steps('half')).toEqual([0.5, 0.5]);
  });

  it('a two-em dash is two em at a line end too, and never cut', () => {
    for (let chars = 7; chars < 14; chars++) {
      const c: Case = { text: '娜拉走后怎样？——别人可是也发表过意见的。一个英国人曾作一篇戏剧……', chars };
      const p = setCase(c);
      for (const [i, line] of words(c, p).entries()) {
        expect(line.replace(/——|……/gu, '')).not.toMatch(/[—…]/u);
        expect(p.lines[i]?.widthPt ?? 0).toBeLessThanOrEqual(chars * EM + 0.01);
      }
    }
    const c: Case = { text: '娜拉走后怎样？——别人可是也发表过意见的', chars: 8.5 };
    expect(words(c, setCase(c))[0]).toBe('娜拉走后怎样？——');
  });

  it('nothing hangs over the measure', () => {
    for (let chars = 6; chars < 14; chars++)
      for (const l of setCase({ text: '第二天我起得非常迟，午饭之后，出去看了朋友。', chars }).lines)
        expect(l.widthPt).toBeLessThanOrEqual(chars * EM + 0.01);
  });

  it('paragraphs that begin with a bracket begin in one place, however long they are', () => {
    const first = (text: string): number => penOf(setCase({ text, chars: 13, indentEm: 2 }), 0);
    expect(first('（1）桑之未落')).toBe(first('（1）桑之未落，其叶沃若。于嗟鸠兮，无食桑葚。'));
    // The blank half of the bracket is cut off: its ink stands where a character's would.
    expect(first('《新生》的出版之期接近了')).toBe(1.5);
  });
});

describe('spacing', () => {
  it('stands beside a run of another look as beside any other', () => {
    const gap = (looks: Case['looks']): number => step(setCase({ text: '汉字code汉字', chars: 20, ...(looks ? { looks } : {}) }), 1);
    expect(gap([{ from: 2, to: 6, look: 'bold' }])).toBe(gap(undefined));
    expect(gap(undefined)).toBe(1.125);
  });

  it('leaves no gap beside Latin at a line’s end, whatever the alignment', () => {
    for (const align of ['left', 'right', 'centre', 'justify'] as const) {
      const p = setCase({ text: '国国国TT', chars: 3.05, align });
      expect(em(p.lines[0]?.widthPt ?? 0)).toBeCloseTo(align === 'justify' ? 3.05 : 3, 2);
    }
  });

  it('compresses marks across a change of look', () => {
    const plain = setCase({ text: '噫）。嘘）．唏', chars: 20 });
    const marked = setCase({ text: '噫）。嘘）．唏', chars: 20, looks: [{ from: 2, to: 3, look: 'bold' }] });
    expect(step(marked, 1)).toBe(step(plain, 1));
    expect(step(plain, 1)).toBe(0.5);
  });

  it('tracks across a change of look', () => {
    const p = setCase({ text: '勇踏前人未至之境', chars: 20, trackingEm: 0.25, looks: [{ from: 0, to: 2, look: 'bold' }] });
    for (let i = 0; i < 7; i++) expect(step(p, i)).toBe(1.25);
  });

  it('takes from both sides of a centred mark alike', () => {
    const set = (text: string, chars: number): SetParagraph => setCase({ text, chars, language: 'zh-Hant' });
    // Pressed by half an em, the comma gives a quarter on each side: the words beside it come nearer by half, it stays between them.
    const [loose, pressed] = [set('一二三逗號、頓號四五六', 20), set('一二三逗號、頓號四五六', 10.5)];
    expect(words({ text: '一二三逗號、頓號四五六', chars: 10.5 }, pressed)).toHaveLength(1);
    expect(step(loose, 4, 6) - step(pressed, 4, 6)).toBeCloseTo(0.5, 2);
    expect(step(loose, 4, 5) - step(pressed, 4, 5)).toBeCloseTo(0.25, 2);
    // A bracket after it gives its blank half: the comma's own quarter is left between.
    expect(em(set('甲，「這」乙', 20).lines[0]?.widthPt ?? 0)).toBe(5.5);
  });
});

describe('heads and sizes', () => {
  it('nothing stands between a number’s 、 and its head but the mark itself', () => {
    const head = setCase({ text: '一、标题', chars: 20, display: true });
    // At display size the mark takes half an em; no gap follows it.
    expect(step(head, 0)).toBe(1);
    expect(step(head, 1)).toBe(0.5);
    const text = setCase({ text: '一、标题', chars: 20 });
    expect(step(text, 1)).toBe(1);
  });

  it.each([
    ['初号', 42],
    ['小初', 36],
    ['一号', 26],
    ['二号', 22],
    ['三号', 16],
    ['四号', 14],
    ['小四', 12],
    ['五号', 10.5],
    ['小五', 9],
    ['六号', 7.5],
    ['八号', 5],
  ] as const)('%s is %f pt', (name, pt) => {
    expect(sizeName(pt)).toBe(name);
  });

  it('the measure follows from characters, and the paper’s margins from the measure', () => {
    for (const name of ['broadsheet-8', 'broadsheet-6', 'tabloid-5', 'tabloid-6']) {
      const { grid } = preset(name);
      expect(columnPt(grid) / grid.bodyPt).toBeCloseTo(grid.charsPerColumn, 9);
      for (let columns = 1; columns <= grid.columns; columns++) {
        const chars = spanPt(grid, columns) / grid.bodyPt;
        expect(Math.abs(chars * 2 - Math.round(chars * 2))).toBeLessThan(1e-9);
      }
    }
  });
});
