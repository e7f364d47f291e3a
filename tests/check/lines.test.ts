import { describe, expect, it } from 'vitest';
import { type Line, linesOf } from '../../src/core/check/lines.ts';
import type { Frame, Project } from '../../src/core/document/index.ts';
import { frame, head } from '../support/project.ts';
import { article, check, issueOf, scenesOf, TEXT, text } from './pages.ts';

const linesIn = (project: Project, id: string): Line[] => {
  const page = project.pages[0] as Project['pages'][number];
  const part = scenesOf(project)[0]?.parts.find((p) => p.frame === id);
  if (!part) throw new Error(`no part ${id}`);
  return linesOf(page, page.frames.find((f) => f.id === id) as Frame, part);
};

const verticalBody = (legs: number): Project => {
  const made = article('s1', [0, 0, 4, 40]);
  const shows: Frame['shows'] = { kind: 'body', legs, share: 'absolute', vertical: true };
  return issueOf([{ ...made, frames: [frame('s1-head', 'a-s1', head, 0, 0, 4, 8), frame('s1-body', 'a-s1', shows, 0, 8, 4, 40)] }]);
};

describe('the lines of a part', () => {
  it('are those of the text, leg by leg', () => {
    const lines = linesIn(issueOf([article('s1', [0, 0, 4, 20], { paragraphs: text(8) })]), 's1-body');
    expect(lines.map((l) => l.text).join('')).toBe(TEXT.repeat(8));
    expect(lines.map((l) => l.leg)).toEqual([...lines].sort((a, b) => a.leg - b.leg).map((l) => l.leg));
    expect(new Set(lines.map((l) => l.leg)).size).toBe(4);
    for (const l of lines) {
      expect(l.legPt).toBeCloseTo(117);
      expect([...l.text].length).toBeLessThanOrEqual(15);
      expect(l.to - l.legFrom).toBeLessThanOrEqual(117.5);
    }
  });

  it('keep a line that begins with an opening mark in its leg', () => {
    const quoted = '“水清鱼多”'.repeat(60);
    const lines = linesIn(issueOf([article('s1', [0, 0, 4, 40], { paragraphs: [quoted, quoted] })]), 's1-body');
    expect(lines.map((l) => l.leg)).toEqual([...lines].sort((a, b) => a.leg - b.leg).map((l) => l.leg));
    expect(lines.filter((l) => l.text.startsWith('“') && (l.source?.at ?? 0) > 0 && l.leg > 0).length).toBeGreaterThan(3);
  });

  for (const legs of [1, 2])
    it(`run down and from right to left in a vertical body of ${legs}`, () => {
      const lines = linesIn(verticalBody(legs), 's1-body');
      expect(lines.map((l) => l.text).join('')).toBe(TEXT.repeat(4));
      expect(Math.max(...lines.map((l) => l.leg))).toBeLessThan(legs);
      for (const [i, l] of lines.entries()) {
        const before = lines[i - 1];
        expect(l.vertical).toBe(true);
        expect(l.to).toBeLessThanOrEqual(l.legFrom + l.legPt + 1);
        if (before && before.leg === l.leg) expect(l.across).toBeGreaterThan(before.across);
      }
    });

  it('of a vertical body are not taken for faults', () => {
    const rules = new Set(check(verticalBody(2)).map((f) => f.rule));
    for (const rule of ['C11', 'C16', 'C17', 'C18', 'C20', 'C36', 'C39', 'C40']) expect(rules, rule).not.toContain(rule);
  });
});
