/** 预检: a Project and its Scenes → what is wrong with them. Nothing is remembered; the same pages give the same findings. */
import type { CheckWeight, Page, Project } from '../document/index.ts';
import type { Embedding, FontId } from '../font/index.ts';
import type { Scene } from '../scene/index.ts';
import type { Fault, Finding, Severity } from './finding.ts';
import { type MessageLanguage, say } from './message.ts';
import { isPassed } from './passed.ts';
import type { IssueView, Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { type PageView, viewOf } from './view.ts';

/** What weighs how much, by a rule's id; a finding that is let pass is named too (passKey). What is not named weighs as the project says, and else by itself. */
export type RuleSettings = Readonly<Record<string, CheckWeight>>;

export interface CheckOptions {
  /** The language of the messages; the paper's own where it is not said. */
  readonly language?: MessageLanguage;
  readonly settings?: RuleSettings;
  /** Pictures whose file is gone or has changed, by id: only the caller sees the disk. */
  readonly pictures?: ReadonlyMap<string, 'missing' | 'changed'>;
  /** What the makers of the fonts in use let be done with them: only the caller has their bytes. */
  readonly fonts?: ReadonlyMap<FontId, Embedding>;
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

function finding(rule: Rule, fault: Fault, page: string | null, language: MessageLanguage, set: Severity | undefined): Finding {
  const figures = fault.figures ?? {};
  return {
    rule: rule.id,
    severity: set ?? fault.severity ?? rule.severity,
    page,
    ...(fault.frame ? { frame: fault.frame } : {}),
    ...(fault.article ? { article: fault.article } : {}),
    ...(fault.story ? { story: fault.story } : {}),
    ...(fault.at ? { at: fault.at } : {}),
    message: say(fault.key, figures, language),
    key: fault.key,
    figures,
    ...(fault.mend ? { mend: fault.mend } : {}),
  };
}

const languageOf = (project: Project, options: CheckOptions): MessageLanguage =>
  options.language ?? (project.paper.language === 'en' ? 'en' : 'zh-Hans');

/** A setting of a rule, the caller's before the project's own; undefined as it is by itself. */
const settingOf = (project: Project, options: CheckOptions, rule: Rule): CheckWeight | undefined =>
  options.settings?.[rule.id] ?? project.checks?.[rule.id];

/** The findings that the project does not let pass. */
const open = (project: Project, options: CheckOptions, found: readonly Finding[]): Finding[] => {
  const settings = { ...project.checks, ...options.settings };
  return found.filter((f) => !isPassed(f, settings));
};

/** What the rules that look at a page alone find on one; a step for each rule. */
function* pageSteps(view: PageView, options: CheckOptions): Generator<void, Finding[]> {
  const language = languageOf(view.project, options);
  const found: Finding[] = [];
  for (const rule of RULES) {
    const set = settingOf(view.project, options, rule);
    if (set === 'off' || !('page' in rule)) continue;
    for (const fault of rule.page(view)) found.push(finding(rule, fault, view.page.id, language, set));
    yield;
  }
  return found;
}

/** All steps at once. */
function result<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What is wrong with one composed page, by the rules that look at a page alone. Worst first. */
export const checkPage = (project: Project, page: Page, scene: Scene, options: CheckOptions = {}): Finding[] =>
  sorted(open(project, options, result(pageSteps(viewOf(project, page, scene), options))));

/** What is wrong with an issue: every page that has a Scene, and what only the whole shows. Page by page, worst first. */
export const checkProject = (project: Project, scenes: readonly Scene[], options: CheckOptions = {}): Finding[] =>
  result(checkSteps(project, scenes, options));

/** The same in steps of some milliseconds each, for whoever has more urgent things to do between them. */
export function* checkSteps(project: Project, scenes: readonly Scene[], options: CheckOptions = {}): Generator<void, Finding[]> {
  const byPage = new Map(scenes.map((s) => [s.page, s]));
  const pages = project.pages.flatMap((page) => {
    const scene = byPage.get(page.id);
    return scene ? [viewOf(project, page, scene)] : [];
  });
  const view: IssueView = { project, scenes: byPage, pages, pictures: options.pictures ?? new Map(), fonts: options.fonts ?? new Map() };
  const language = languageOf(project, options);
  const found: Finding[] = [];
  for (const page of pages) found.push(...(yield* pageSteps(page, options)));
  for (const rule of RULES) {
    const set = settingOf(project, options, rule);
    if (set === 'off' || !('issue' in rule)) continue;
    for (const fault of rule.issue(view)) found.push(finding(rule, fault, fault.page, language, set));
    yield;
  }
  const known = new Set(project.pages.map((p) => p.id));
  const left = open(project, options, found);
  return [
    ...project.pages.flatMap((page) => sorted(left.filter((f) => f.page === page.id))),
    ...sorted(left.filter((f) => f.page === null || !known.has(f.page))),
  ];
}

const sorted = (found: readonly Finding[]): Finding[] => [...found].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
