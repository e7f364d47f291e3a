/** `banxin read`: copy to stories as JSON on standard output, or with `--check` what is wrong in their words. */
import { type CopyCheckSettings, type CopyRule, checkCopy, copyRules, sentenceOf, storiesToJson } from '../../core/copy/index.ts';
import type { Story } from '../../core/story/index.ts';
import { readCopy } from '../../jobs/readCopy.ts';
import { readWords } from '../../jobs/readWords.ts';
import { copySources } from '../input.ts';
import { Misuse } from '../misuse.ts';
import type { Status, World } from '../world.ts';
import { tellLeftOut } from './leftOut.ts';

export interface ReadFlags {
  readonly encoding?: string;
  readonly check?: boolean;
  /** A text file of the paper's own words; checks. */
  readonly words?: string;
  /** Copy rules that are not asked, with commas; checks. */
  readonly off?: string;
}

export async function readCommand(copy: readonly string[], flags: ReadFlags, world: World): Promise<Status> {
  const { signal, onProgress } = world;
  const checks = flags.check || flags.words !== undefined || flags.off !== undefined;
  const settings = checks ? await settingsOf(flags) : {};
  const desk = await readCopy(await copySources(copy, world), {
    signal,
    onProgress,
    encoding: flags.encoding,
    onLeftOut: tellLeftOut(world),
  });
  if (checks) return printFindings(desk.stories, settings, world);
  world.print(JSON.stringify(storiesToJson(desk.stories), null, 1));
  return 0;
}

async function settingsOf({ words, off = '' }: ReadFlags): Promise<CopyCheckSettings> {
  const rules = off.split(/[,，\s]+/u).filter(Boolean);
  const isRule = (rule: string): rule is CopyRule => (copyRules as readonly string[]).includes(rule);
  const odd = rules.find((r) => !isRule(r));
  if (odd !== undefined) throw new Misuse('bad-rule', { value: odd, rules: copyRules.join(', ') });
  const list = words === undefined ? undefined : await readWords(words);
  return { off: rules.filter(isRule), ...(list ? { words: list } : {}) };
}

/** Its headline, or how its text begins. */
const nameOf = (story: Story): string => story.headline?.text ?? `${[...(story.body[0]?.text ?? '')].slice(0, 12).join('')}…`;

/** One finding a line: which story, how grave, which rule, what. Status 1 where one is an error, as in `check`. */
function printFindings(stories: readonly Story[], settings: CopyCheckSettings, { say, print, language = 'en' }: World): Status {
  const findings = checkCopy(stories, settings);
  const named = new Map(stories.map((s) => [s.id, s]));
  const count = (severity: string): number => findings.filter((f) => f.severity === severity).length;
  for (const f of findings) {
    const story = named.get(f.story) as Story;
    print([say('story', { name: nameOf(story) }), say(f.severity), f.rule, sentenceOf(f, language === 'en' ? 'en' : 'zh')].join('  '));
  }
  const counts = { errors: count('error'), warnings: count('warning'), notes: count('note') };
  print(findings.length === 0 ? say('no-findings') : say('count-findings', counts));
  return counts.errors > 0 ? 1 : 0;
}
