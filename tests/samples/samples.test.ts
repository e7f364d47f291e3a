import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../resources/samples');

/** The files under a folder whose name ends so, as paths from that folder. */
const files = (folder: string, end: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** How often each character stands in a text, list marks and white space left out. */
function census(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const c of text.replace(/[\s◎■□●▲【】]/gu, '')) counts.set(c, (counts.get(c) ?? 0) + 1);
  return counts;
}

const fields = ['label', 'kicker', 'headline', 'deck', 'byline', 'credit'] as const;
type Item = Partial<Record<(typeof fields)[number], string>> & { kind: string; body: { type: string; text: string }[] };

describe('sample pictures', () => {
  const pictures = join(root, 'pictures');
  const licences = readFileSync(join(pictures, 'LICENCES.md'), 'utf8');
  for (const name of files(pictures, '.jpg')) {
    it(`${name} is large, light and has a licence`, async () => {
      const { width, orientation } = await sharp(join(pictures, name)).metadata();
      expect(width).toBeGreaterThanOrEqual(2000);
      expect(orientation ?? 1).toBe(1);
      expect(statSync(join(pictures, name)).size).toBeLessThanOrEqual(900_000);
      expect(licences).toMatch(new RegExp(`\\| ${name} +\\|.*\\[CC`, 'u'));
    });
  }
});

describe('sample copy with its true reading', () => {
  for (const name of files(root, '.json').filter((n) => files(root, '.txt').includes(n.replace('.json', '.txt')))) {
    it(`${name} holds every character of the copy once`, () => {
      const copy = readFileSync(join(root, name.replace('.json', '.txt')), 'utf8');
      const items = JSON.parse(readFileSync(join(root, name), 'utf8')) as Item[];
      const read = items.flatMap((item) => [...fields.map((f) => item[f] ?? ''), ...item.body.map((b) => b.text)]).join('');
      expect(census(read)).toEqual(census(copy));
    });
  }

  it('the messy page is a full page', () => {
    const items = JSON.parse(readFileSync(join(root, 'messy-page/lake-page.json'), 'utf8')) as Item[];
    expect(items.length).toBeGreaterThanOrEqual(7);
    expect(items.filter((item) => item.kind === 'photo')).toHaveLength(2);
    expect([...readFileSync(join(root, 'messy-page/lake-page.txt'), 'utf8').replace(/\s/gu, '')].length).toBeGreaterThanOrEqual(5000);
  });
});

interface Plan {
  readonly pages: readonly { readonly copy: string; readonly pictures: string }[];
}
const characters = (path: string): number => [...readFileSync(path, 'utf8').replace(/\s/gu, '')].length;

describe('plans', () => {
  const plans = files(root, 'issue.json');
  it('there is one for each sample', () => expect(plans.length).toBe(3));

  for (const name of plans) {
    const folder = join(root, name, '..');
    const plan = JSON.parse(readFileSync(join(root, name), 'utf8')) as Plan;
    it(`${name} names copy and pictures that are there, each picture after a headline of the copy`, () => {
      const copy = plan.pages.map((p) => readFileSync(join(folder, p.copy), 'utf8')).join('\n');
      const headlines = copy.toLowerCase().replace(/[^\p{L}]/gu, '');
      for (const picture of new Set(plan.pages.flatMap((p) => files(join(folder, p.pictures), '.jpg'))))
        expect(headlines, picture).toContain(picture.replace(/\.jpg$/u, '').replace(/[^\p{L}]/gu, ''));
    });
  }

  it('the issue has four full pages, and the English one is as long as a page', () => {
    for (const n of [1, 2, 3, 4]) expect(characters(join(root, `issue/page-${n}.txt`)), `page ${n}`).toBeGreaterThan(4200);
    expect(readFileSync(join(root, 'english-page/english-page.txt'), 'utf8').split(/\s+/u).length).toBeGreaterThan(2300);
  });
});
