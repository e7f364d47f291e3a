/** Raw copy → stories: one page of some 6,000 characters warm, 1 MB of such pages, a 40-page PDF from its bytes. */
import PDFDocument from 'pdfkit';
import { read } from '../../src/core/copy/index.ts';
import { openCopy } from '../../src/node/sources/open.ts';
import { copyText } from '../support/copyText.ts';

const now = (): number => performance.now();
const median = (list: number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const copy = (text: string) => ({ id: 'c', name: 'c.txt', encoding: 'utf-8', text });

const page = copyText(6000);
const once = (text: string): number => {
  const t = now();
  read(copy(text));
  return now() - t;
};
for (let i = 0; i < 10; i++) once(page);
const warm = median(Array.from({ length: 30 }, () => once(page)));
let megabyte = '';
while (new TextEncoder().encode(megabyte).length < 1024 * 1024) megabyte += page;
const large = median([once(megabyte), once(megabyte), once(megabyte)]);

const chunks: Buffer[] = [];
const doc = new PDFDocument({ size: 'A4', margin: 40 });
doc.on('data', (c: Buffer) => chunks.push(c));
const line = 'Crews will begin dredging the inner harbor next week, the commission said on Monday after a long debate. ';
for (let n = 1; n <= 40; n++) {
  if (n > 1) doc.addPage();
  doc.fontSize(24).text(`Dredging, part ${n}`, 40, 90, { lineBreak: false });
  for (const x of [40, 310]) doc.fontSize(9).text(line.repeat(22), x, 140, { width: 240 });
}
const whole = new Promise((resolve) => doc.on('end', resolve));
doc.end();
await whole;
const bytes = new Uint8Array(Buffer.concat(chunks));
const t = now();
const { copies } = await openCopy('a.pdf', bytes);
for (const c of copies) read(copy(c.source.text), { hints: c.source.hints });
const pdf = now() - t;

console.log(
  JSON.stringify({
    rows: [
      { budget: 'read-page', value: Math.round(warm * 10) / 10, note: `${page.length} characters, median of 30` },
      { what: 'raw copy of 1 MB → stories', value: Math.round(large), unit: 'ms' },
      { what: 'a PDF of 40 pages → stories', value: Math.round(pdf), unit: 'ms' },
    ],
  }),
);
