import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Finding, messageOf, passedIn, passKey, RULES, rulesOf } from '../../src/core/check/index.ts';
import { en } from '../../src/core/check/language/en.ts';
import { zhHans } from '../../src/core/check/language/zh-Hans.ts';
import { apply } from '../../src/core/document/index.ts';
import { shift } from './case.ts';
import { CASES } from './cases.ts';
import { article, check, issueOf, type Made, text, withOverrides } from './pages.ts';

const known = new Set(RULES.map((r) => r.id));

describe('every rule has a page that breaks it and one that does not', () => {
  for (const { rule, key, breaks, scenes, holds, frame, options, held } of CASES) {
    const of = (all: readonly Finding[]): Finding[] => all.filter((f) => f.rule === rule && f.key === key);

    it(`${rule} ${key}`, () => {
      const found = of(check(breaks, options, scenes?.()));
      expect(found.length).toBeGreaterThan(0);
      if (frame) expect(found.map((f) => f.frame)).toContain(frame);
      for (const f of found) {
        expect(messageOf(f, 'en')).not.toMatch(/[{}@]/u);
        expect(messageOf(f, 'zh-Hans')).not.toMatch(/[{}@]/u);
        expect(messageOf(f, 'zh-Hans')).not.toBe(f.message);
      }
      expect(of(check(holds, held ?? options))).toEqual([]);
    });

    it(`${rule} ${key}: its mend cures it`, () => {
      const before = of(check(breaks, options, scenes?.()));
      for (const { mend } of before) {
        if (!mend) continue;
        const mended = apply(breaks, mend);
        if (!mended.ok) throw new Error(mended.why);
        expect(of(check(mended.project, options)).length).toBeLessThan(before.length);
        const back = apply(mended.project, mended.inverse);
        expect(back.ok && back.project).toEqual(breaks);
      }
    });
  }

  it('no rule is without', () => {
    expect([...known].filter((id) => !CASES.some((c) => c.rule === id))).toEqual([]);
    expect(CASES.filter((c) => !known.has(c.rule))).toEqual([]);
    expect(known.size).toBe(RULES.length);
  });
});

describe('a finding that is let pass', () => {
  for (const { rule, key, breaks, scenes, options } of CASES)
    it(`${rule} ${key} is found no more; an error is`, () => {
      const before = check(breaks, options, scenes?.());
      const own = before.filter((f) => f.rule === rule && f.key === key);
      const checks = { ...breaks.checks, ...Object.fromEntries(own.map((f) => [passKey(f), 'off' as const])) };
      const passed = apply(breaks, { kind: 'checks', after: checks });
      if (!passed.ok) throw new Error(passed.why);
      const after = check(passed.project, options, scenes?.());
      const names = new Set(own.map(passKey));
      expect(after).toEqual(before.filter((f) => f.severity === 'error' || !names.has(passKey(f))));
      expect(new Set(passedIn(passed.project.checks))).toEqual(names);
      expect(rulesOf(passed.project.checks)).toEqual(breaks.checks ?? {});
    });

  it('comes back where what it says changes', () => {
    const { breaks, options } = CASES.find((c) => c.rule === 'C22' && c.key === 'lower-is-larger') as (typeof CASES)[number];
    const own = check(breaks, options).filter((f) => f.rule === 'C22');
    const other = own.map((f) => ({ ...f, figures: { ...f.figures, lowerPt: 99 } }));
    const checks = Object.fromEntries(other.map((f) => [passKey(f), 'off' as const]));
    expect(check({ ...breaks, checks }, options).filter((f) => f.rule === 'C22')).toEqual(own);
  });
});

describe('what the rules leave alone', () => {
  const keys = (
    made: readonly Made[],
    rule: string,
    ...more: Parameters<typeof issueOf> extends [unknown, ...infer R] ? R : never
  ): string[] =>
    check(issueOf(made, ...more))
      .filter((f) => f.rule === rule)
      .map((f) => f.key);

  it('heads beside their texts, one module under the other: white stands between their inks', () => {
    const beside = (id: string, line: number): Made =>
      shift(article(id, [0, line, 4, 28]), (f) =>
        f.id === `${id}-head`
          ? { shows: { kind: 'head', form: 'beside' }, at: { column: 0, line, columns: 2, lines: 20 } }
          : { at: { column: 2, line, columns: 2, lines: 20 } },
      );
    expect(keys([beside('s1', 0), beside('s2', 21)], 'C06')).toEqual([]);
  });

  it('briefs without heads, one under the other', () => {
    const brief = (id: string, line: number): Made => {
      const made = article(id, [0, line, 2, 12], {
        headLines: 0,
        paragraphs: text(1),
        story: { kind: 'brief', headline: null, byline: null },
      });
      return { ...made, frames: made.frames.filter((f) => f.shows.kind === 'body') };
    };
    const articles = (id: string, line: number): Made => {
      const made = brief(id, line);
      return { ...made, story: { ...made.story, kind: 'article' } };
    };
    const under = check(issueOf([articles('s1', 0), articles('s2', 3)])).filter((f) => f.rule === 'C34');
    expect(under.length).toBeGreaterThan(0);
    expect(keys([brief('s1', 0), brief('s2', 3)], 'C34')).toEqual([]);
  });

  it('a head that is larger than several above it is named once, beside the smallest of them', () => {
    const made = [
      article('s1', [0, 0, 8, 21]),
      article('s2', [0, 40, 4, 21]),
      article('s3', [4, 40, 4, 21]),
      article('s4', [0, 80, 4, 21]),
    ];
    const sizes = Object.entries({ s1: 48, s2: 24, s3: 20, s4: 30 }).map(([id, pt]) => [
      id,
      { headline: { sizePt: pt, leadingPt: pt * 1.2 } },
    ]);
    const found = check(issueOf(made, withOverrides(Object.fromEntries(sizes)))).filter((f) => f.key === 'lower-is-larger');
    expect(found.map((f) => [f.frame, f.figures.upperPt])).toEqual([['s4-head', 20]]);
  });
});

describe('messages', () => {
  const holes = (s: string): string[] => (s.match(/\{\w+\}/gu) ?? []).sort();

  it('say the same figures in both languages', () => {
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect(zhHans[key], key).toBeTruthy();
      expect(new Set(holes(zhHans[key])), key).toEqual(new Set(holes(en[key])));
    }
    expect(Object.keys(zhHans).sort()).toEqual(Object.keys(en).sort());
  });
});

describe('settings', () => {
  const broken = CASES.find((c) => c.key === 'overset') as (typeof CASES)[number];

  it('change what a rule weighs, or turn it off', () => {
    expect(check(broken.breaks).find((f) => f.rule === 'C04')?.severity).toBe('error');
    expect(check(broken.breaks, { settings: { C04: 'note' } }).find((f) => f.rule === 'C04')?.severity).toBe('note');
    expect(check(broken.breaks, { settings: { C04: 'off' } }).some((f) => f.rule === 'C04')).toBe(false);
  });

  it('are kept in the project, and the caller’s go before them', () => {
    const quiet = { ...broken.breaks, checks: { C04: 'off' as const } };
    expect(check(quiet).some((f) => f.rule === 'C04')).toBe(false);
    expect(check(quiet, { settings: { C04: 'warning' } }).find((f) => f.rule === 'C04')?.severity).toBe('warning');
  });

  it('the same project gives the same findings', () => {
    expect(check(broken.breaks)).toEqual(check(broken.breaks));
  });
});

describe('docs/checks.md', () => {
  it('names every rule, in order, and no other', () => {
    const doc = readFileSync(join(import.meta.dirname, '../../docs/checks.md'), 'utf8');
    expect([...doc.matchAll(/^\| ([A-Z]\d\d) \|/gmu)].map((m) => m[1])).toEqual(RULES.map((r) => r.id));
  });
});
