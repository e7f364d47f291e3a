/** The commands and their options, as DESIGN fixes them. Each command's code is loaded when it is called. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { mannerIds, presetIds, version } from '../jobs/about.ts';
import { Misuse } from './misuse.ts';
import { issueDate, pageNumbers, wholeNumber } from './names.ts';
import type { Say } from './say.ts';
import type { Status, World } from './world.ts';

const PROFILES = ['x4', 'x1a', 'proof'] as const;
type Profile = (typeof PROFILES)[number];

function profile(value: string): Profile {
  const found = PROFILES.find((p) => p === value);
  if (!found) throw new Misuse('bad-profile', { value });
  return found;
}

/** Proposals that anyone can look through. */
const MOST_ALTERNATIVES = 20;
/** More pages than one evening's paper has. */
const MOST_PAGES = 64;
/** More pages than any paper has. */
const LAST_NUMBER = 999;
/** More than any press asks for. */
const MOST_BLEED_MM = 20;
/** A plant's limit of ink, in percent: from two solid inks to four. */
const LEAST_INK = 200;
const MOST_INK = 400;
const LARGEST_SEED = 2 ** 31 - 1;

/** Values that a command takes from the command line, however often commander calls. */
interface Run {
  status: Status;
}

function addRead(program: Command, world: World, run: Run): void {
  const { say } = world;
  program
    .command('read')
    .description(say('help-read'))
    .argument('<COPY...>', say('help-copy'))
    .option('--encoding <E>', say('help-encoding'))
    .option('--check', say('help-check-copy'))
    .option('--words <FILE>', say('help-words'))
    .option('--off <RULES>', say('help-off'))
    .action(async (copy: string[], flags) => {
      const { readCommand } = await import('./commands/read.ts');
      run.status = await readCommand(copy, flags, world);
    });
}

function addPage(program: Command, world: World, run: Run, presets: string, manners: string): void {
  const { say } = world;
  program
    .command('page')
    .description(say('help-page'))
    .argument('<COPY...>', say('help-copy'))
    .option('--encoding <E>', say('help-encoding'))
    .option('--photos <DIR>', say('help-photos'))
    .option('--preset <NAME>', say('help-preset', { list: presets }))
    .option('--manner <NAME>', say('help-manner', { list: manners }))
    .option('--paper <NAME>', say('help-paper'))
    .option('--date <YYYY-MM-DD>', say('help-date'), issueDate)
    .option('--number <N>', say('help-number'), (v) => wholeNumber('--number', v, 1, LAST_NUMBER))
    .option('--section <TEXT>', say('help-section'))
    .option('--editors <TEXT>', say('help-editors'))
    .option('--pages <N>', say('help-pages-page'), (v) => wholeNumber('--pages', v, 1, MOST_PAGES), 1)
    .option('--alternatives <N>', say('help-alternatives'), (v) => wholeNumber('--alternatives', v, 1, MOST_ALTERNATIVES), 1)
    .option('--seed <N>', say('help-seed'), (v) => wholeNumber('--seed', v, 0, LARGEST_SEED))
    .option('--out <FILE>', say('help-out'))
    .option('--project <FILE>', say('help-project'))
    .option('--report <FILE>', say('help-report'))
    .option('--png <FILE>', say('help-png'))
    .option('--profile <P>', say('help-profile'), profile, 'x4')
    .action(async (copy: string[], flags) => {
      const { pageCommand } = await import('./commands/page.ts');
      run.status = await pageCommand(copy, flags, world);
    });
}

function addExport(program: Command, world: World, run: Run): void {
  const { say } = world;
  program
    .command('export')
    .description(say('help-export'))
    .argument('<PROJECT>', say('help-project-argument'))
    .option('--pages <LIST>', say('help-pages'), pageNumbers)
    .option('--profile <P>', say('help-profile'), profile, 'x4')
    .option('--out <FILE|DIR>', say('help-out-export'))
    .option('--digital <DIR>', say('help-digital'))
    .option('--icc <FILE>', say('help-icc'))
    .option('--bleed <MM>', say('help-bleed'), (v) => wholeNumber('--bleed', v, 0, MOST_BLEED_MM))
    .option('--marks', say('help-marks'))
    .option('--ink <PERCENT>', say('help-ink'), (v) => wholeNumber('--ink', v, LEAST_INK, MOST_INK))
    .option('--name <PATTERN>', say('help-name'))
    .option('--report <FILE>', say('help-report'))
    .action(async (path: string, flags) => {
      const { exportCommand } = await import('./commands/export.ts');
      run.status = await exportCommand(path, flags, world);
    });
}

function addCheck(program: Command, world: World, run: Run): void {
  const { say } = world;
  program
    .command('check')
    .description(say('help-check'))
    .argument('<PROJECT>', say('help-project-argument'))
    .option('--json', say('help-json'))
    .action(async (path: string, flags) => {
      const { checkCommand } = await import('./commands/check.ts');
      run.status = await checkCommand(path, flags, world);
    });
}

/** Commander's own headings in the terminal's language. */
const headings = (say: Say): Readonly<Record<string, string>> => ({
  'Usage:': say('title-usage'),
  'Arguments:': say('title-arguments'),
  'Options:': say('title-options'),
  'Commands:': say('title-commands'),
});

/** What commander complains of, as ours. Its message names the thing in quotes; its code says what is wrong with it. */
function misuseOf(error: CommanderError, command: string): Misuse | null {
  const name = /'([^']*)'/u.exec(error.message)?.[1] ?? '';
  const option = name.split(/[ ,]/u)[0] ?? name;
  switch (error.code) {
    case 'commander.unknownOption':
      return new Misuse('unknown-option', { name: option });
    case 'commander.unknownCommand':
      return new Misuse('unknown-command', { name });
    case 'commander.missingArgument':
      return new Misuse('missing-argument', { name, command });
    case 'commander.optionMissingArgument':
      return new Misuse('missing-value', { name: option });
    case 'commander.excessArguments':
      return new Misuse('too-many-arguments', { command });
    case 'commander.help':
      return new Misuse('no-command');
    default:
      return null;
  }
}

/** Run one call. Answers with its status; throws Misuse and whatever the command throws. */
export async function runProgram(args: readonly string[], world: World): Promise<Status> {
  const run: Run = { status: 0 };
  const { say } = world;
  const program = new Command('banxin').description(say('help')).helpCommand(false).exitOverride();
  const titles = headings(say);
  program.configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: ({ description, defaultValue }) =>
      defaultValue === undefined ? description : say('help-default', { what: description, value: String(defaultValue) }),
  });
  program.configureOutput({ writeOut: (text) => world.print(text.trimEnd()), writeErr: () => undefined, outputError: () => undefined });
  program.helpOption('-h, --help', say('help-help')).option('--debug', say('help-debug'));
  program.version(await version(), '-V, --version', say('help-version'));
  addRead(program, world, run);
  addPage(program, world, run, (await presetIds()).join(', '), (await mannerIds()).join(', '));
  addExport(program, world, run);
  addCheck(program, world, run);
  for (const c of program.commands)
    c.helpOption('-h, --help', say('help-help')).option('--debug', say('help-debug')).copyInheritedSettings(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error instanceof InvalidArgumentError) throw error;
    if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version') return 0;
    throw misuseOf(error, args.find((a) => program.commands.some((c) => c.name() === a)) ?? 'banxin') ?? error;
  }
  return run.status;
}
