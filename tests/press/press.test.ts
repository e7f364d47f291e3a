import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type Deflate,
  deflated,
  PressError,
  plantCondition,
  pressPages,
  pressSentences,
  pressTo,
  sayPress,
} from '../../src/press/index.ts';
import { readPdf } from './reader.ts';
import { condition, options, PartMaker, scene, world } from './scenes.ts';

const page = () => scene([simplePart()]);
function simplePart() {
  const maker = new PartMaker();
  maker.line('版心日报要闻', 20, 40);
  return maker.part();
}
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('what a file says it is', () => {
  it('writes PDF/X-4: version, XMP, output intent, boxes, no UserUnit', async () => {
    const bytes = await pressPages([page()], world(), options());
    const text = latin1(bytes);
    expect(text.startsWith('%PDF-1.6\n')).toBe(true);
    const file = readPdf(bytes);
    const xmp = file.find('/Subtype /XML')[0]!.stream!.toString('utf8');
    expect(xmp).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(xmp).toContain('要闻 &amp; “版心” &lt;1&gt;');
    expect(xmp).toContain('<xmp:CreateDate>2026-03-01T18:30:00Z</xmp:CreateDate>');
    expect(xmp).toContain('<pdf:Trapped>False</pdf:Trapped>');
    const intents = file.find('/S /GTS_PDFX');
    expect(intents).toHaveLength(1);
    const profile = file.object(/\/DestOutputProfile (\d+)/u.exec(intents[0]!.dict)![1]!);
    expect(profile.stream!.equals(Buffer.from(condition.icc))).toBe(true);
    expect(file.pages[0]!.dict).toContain('/TrimBox [0 0 400 500]');
    expect(file.pages[0]!.dict).toContain('/BleedBox [0 0 400 500]');
    expect(text).not.toContain('UserUnit');
    expect(text).not.toContain('/Encrypt');
  });

  it('writes PDF/X-1a:2003 as PDF 1.4 with the version in Info and Trapped as a name', async () => {
    const bytes = await pressPages([page()], world(), options({ profile: 'x1a' }));
    const file = readPdf(bytes);
    expect(latin1(bytes).startsWith('%PDF-1.4\n')).toBe(true);
    const info = file.object(/\/Info (\d+)/u.exec(file.trailer)![1]!).dict;
    const entry = (key: string): string => file.object(new RegExp(`/${key} (\\d+)`, 'u').exec(info)![1]!).dict;
    expect(entry('GTS_PDFXVersion')).toBe('(PDF/X-1a:2003)');
    expect(entry('Trapped')).toBe('/False');
    expect(entry('ModDate')).toBe('(D:20260301183000Z)');
  });

  it('puts bleed round the trim and the page into it', async () => {
    const bytes = await pressPages([page()], world(), options({ bleedPt: 8.5 }));
    const { dict } = readPdf(bytes).pages[0]!;
    expect(dict).toContain('/MediaBox [0 0 417 517]');
    expect(dict).toContain('/BleedBox [0 0 417 517]');
    expect(dict).toContain('/TrimBox [8.5 8.5 408.5 508.5]');
  });

  it('gives the same bytes twice, and another identifier for another page', async () => {
    const sum = (b: Uint8Array): string => createHash('sha256').update(b).digest('hex');
    const once = await pressPages([page()], world(), options());
    const twice = await pressPages([page()], world(), options());
    expect(sum(once)).toBe(sum(twice));
    const other = new PartMaker();
    other.line('版心日报副刊', 20, 40);
    const id = (b: Uint8Array): string => /\/ID \[(<[0-9a-f]+>)/u.exec(latin1(b))![1]!;
    expect(id(await pressPages([scene([other.part()])], world(), options()))).not.toBe(id(once));
  });

  it('gives the same bytes however long packing takes elsewhere, and leaves time for other work meanwhile', async () => {
    for (const profile of ['x4', 'proof'] as const) {
      const how = profile === 'proof' ? { profile, condition: null } : { profile };
      const here = await pressPages([page(), page()], world(), options(how));
      let [sent, back, meanwhile] = [0, 0, -1];
      const deflate: Deflate = async (bytes, packing) => {
        const wait = 5 * (7 - (sent++ % 7));
        await new Promise((done) => setTimeout(done, wait));
        back++;
        return deflated(bytes, packing);
      };
      const whilePacking = (): void => {
        meanwhile = sent - back;
      };
      const there = await pressPages([page(), page()], world(), options({ ...how, deflate, whilePacking }));
      expect(Buffer.compare(here, there)).toBe(0);
      expect(meanwhile).toBeGreaterThan(0);
    }
  });

  it('fails as a whole where packing fails', async () => {
    const deflate: Deflate = (bytes, packing) => (packing === 'dense' ? Promise.reject(new Error('no room')) : deflated(bytes, packing));
    await expect(pressPages([page()], world(), options({ deflate }))).rejects.toThrow('no room');
  });

  it('makes the proof without inks, with the language said', async () => {
    const bytes = await pressPages([page()], world(), options({ profile: 'proof', condition: null }));
    const file = readPdf(bytes);
    expect(file.pages[0]!.content).toContain('0.1373 0.1216 0.1255 rg');
    expect(file.pages[0]!.content).not.toMatch(/ k$/mu);
    expect(file.find('/Type /Catalog')[0]!.dict).toContain('/Lang (zh-CN)');
    expect(file.find('GTS_PDFX')).toHaveLength(0);
  });

  it('hands the pieces over in order and reports each page', async () => {
    const chunks: Uint8Array[] = [];
    const seen: string[] = [];
    const onProgress = (done: number, total: number): void => void seen.push(`${done}/${total}`);
    await pressTo((c) => chunks.push(c), [page(), page()], world(), options({ onProgress }));
    expect(seen).toEqual(['1/2', '2/2']);
    expect(readPdf(Buffer.concat(chunks)).pages).toHaveLength(2);
  });
});

describe('what the press refuses', () => {
  const refusal = async (changes: Parameters<typeof options>[0], where = world(), scenes = [page()]): Promise<PressError> => {
    const error = await pressPages(scenes, where, options(changes)).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(PressError);
    return error as PressError;
  };

  it('stops when asked, between pages', async () => {
    const stop = new AbortController();
    const error = await refusal({ signal: stop.signal, onProgress: () => stop.abort() }, world(), [page(), page()]);
    expect(error.sentence).toBe('cancelled');
  });

  it('says which font is missing or damaged', async () => {
    const gone = await refusal(
      {},
      world({
        fontBytes: () => {
          throw new Error('ENOENT');
        },
      }),
    );
    expect(gone.message).toBe('Font serif-400 is not installed, so the page cannot be printed with it.');
    const damaged = await refusal({}, world({ fontBytes: () => new Uint8Array(40) }));
    expect(damaged.message).toBe('Font serif-400 is damaged and cannot be embedded (it has no head table).');
  });

  it('wants a CMYK press profile, and one of version 2 for X-1a', async () => {
    expect((await refusal({ condition: null })).sentence).toBe('profile-wanted');
    const bad = (change: (icc: Uint8Array) => void): Promise<PressError> => {
      const icc = Uint8Array.from(condition.icc);
      change(icc);
      return refusal({ profile: 'x1a', condition: { ...condition, icc } });
    };
    expect((await bad((icc) => icc.set([0x52, 0x47, 0x42, 0x20], 16))).message).toContain('it is not for four process inks');
    expect((await bad((icc) => icc.set([4], 8))).message).toContain('PDF/X-1a needs an ICC profile of version 2');
    expect((await refusal({ condition: { ...condition, icc: condition.icc.slice(0, 5000) } })).message).toContain('it is cut short');
  });

  it("takes the plant's own profile by its own name", async () => {
    const own = plantCondition(condition.icc, '印厂.icc');
    expect(own).toMatchObject({ identifier: 'WAN-IFRAnewspaper26v5', name: 'WAN-IFRAnewspaper26v5', registered: false });
    const file = readPdf(await pressPages([page()], world(), options({ condition: own })));
    const intent = file.find('/S /GTS_PDFX')[0]!.dict;
    expect(intent).toContain('/OutputConditionIdentifier (WAN-IFRAnewspaper26v5)');
    expect(intent).toContain('/Info (WAN-IFRAnewspaper26v5)');
    expect(intent).not.toContain('RegistryName');
    expect(plantCondition(new Uint8Array(9), '印厂.icc').name).toBe('印厂.icc');
    const foreign = await refusal({ condition: plantCondition(new Uint8Array(200), '印厂.icc') });
    expect(foreign.say('zh-Hans')).toBe('输出特性文件“印厂.icc”不能用：它不是 ICC 文件。');
  });

  it('has nothing to do without pages', async () => {
    expect((await refusal({}, world(), [])).message).toBe('There is no page to print.');
  });
});

describe('what the press says', () => {
  it('has the same values in both languages, and one sentence each', () => {
    for (const sentence of pressSentences) {
      const fields = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/gu)].map((m) => m[1]!).sort();
      const [en, zh] = [sayPress(sentence, {}, 'en'), sayPress(sentence, {}, 'zh-Hans')];
      expect(fields(zh), sentence).toEqual(fields(en));
      expect(en, sentence).toMatch(/^[^.]*[^.\s]\.$|^[^.]*: [^.]*\.$|^.*PDF\/X-1a.*\.$/u);
      expect(zh, sentence).toMatch(/^[^。]*。$/u);
    }
  });
});
