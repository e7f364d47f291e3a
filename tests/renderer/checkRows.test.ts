import { expect, it } from 'vitest';
import type { Finding, Severity } from '../../src/core/check/index.ts';
import { FOLD_FROM, rowsOf } from '../../src/renderer/panels/checks/rows.ts';

const finding = (rule: string, page: string | null, severity: Severity = 'warning') =>
  ({ rule, page, severity, key: 'overlap', figures: {}, message: rule }) as Finding;
const all = new Set<Severity>(['error', 'warning', 'note']);
const many = Array.from({ length: FOLD_FROM }, () => finding('C40', 'p1'));

it('the page that is looked at comes first', () => {
  const rows = rowsOf([finding('C01', 'p1'), finding('C02', 'p2')], 'p2', { shown: all, only: null, open: new Set() });
  expect(rows.map((r) => r.kind === 'finding' && r.finding.rule)).toEqual(['C02', 'C01']);
});

it('many of one rule on one page are folded, and open to all of them', () => {
  const sieve = { shown: all, only: null, open: new Set<string>() };
  const [fold, ...rest] = rowsOf([...many, finding('C40', 'p2')], 'p1', sieve);
  expect(fold).toMatchObject({ kind: 'fold', rule: 'C40', count: FOLD_FROM, open: false });
  expect(rest).toHaveLength(1);
  const opened = rowsOf(many, 'p1', { ...sieve, open: new Set([fold?.id ?? '']) });
  expect(opened).toHaveLength(FOLD_FROM + 1);
  expect(new Set(opened.map((r) => r.id)).size).toBe(opened.length);
});

it('what is sifted out is gone', () => {
  const found = [finding('C01', 'p1', 'error'), finding('A01', null, 'note'), finding('C02', 'p2', 'error')];
  expect(rowsOf(found, 'p1', { shown: new Set(['note']), only: null, open: new Set() })).toHaveLength(1);
  expect(rowsOf(found, 'p1', { shown: all, only: 'p1', open: new Set() })).toHaveLength(1);
});
