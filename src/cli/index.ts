/** The program `banxin`: arguments → job → text and exit status. */
import { readStdin } from './input.ts';
import { progressLine } from './progress.ts';
import { isSentence, languageOf, type Say, sayIn } from './say.ts';
import type { World } from './world.ts';

/** As much of standard input as is worth reading: a little more than copy may have, so that it is seen to be too much. */
const MOST_STDIN = 16.1 * 1024 * 1024;

/** The sentence for what went wrong. What has no sentence is a fault of Banxin's, and named as one. */
function sentenceFor(error: unknown, say: Say): string {
  const { code, values, message } = error as { code?: unknown; values?: unknown; message?: unknown };
  if (typeof code === 'string' && typeof values === 'object' && isSentence(code))
    return say(code, values as Record<string, string | number>);
  return say('failed', { why: String(message ?? error).split('\n')[0] as string });
}

async function main(args: readonly string[]): Promise<number> {
  const language = languageOf(process.env);
  const say = sayIn(language);
  const line = progressLine(process.stderr, say);
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  // Who reads our output may stop reading: `banxin read x | head` is no error.
  process.stdout.on('error', (e: NodeJS.ErrnoException) => process.exit(e.code === 'EPIPE' ? 0 : 2));
  const warn = (text: string): void => {
    line.clear();
    process.stderr.write(`${text}\n`);
  };
  const world: World = {
    say,
    language,
    warn,
    print: (text) => {
      line.clear();
      process.stdout.write(`${text}\n`);
    },
    onProgress: line.show,
    signal: stop.signal,
    stdin: () => readStdin(process.stdin, MOST_STDIN, stop.signal),
  };
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(args, world);
  } catch (error) {
    warn(sentenceFor(error, say));
    if (args.includes('--debug')) console.error(error);
    return 2;
  } finally {
    line.clear();
  }
}

// Not process.exit: what is still to be written to a pipe would be cut off.
process.exitCode = await main(process.argv.slice(2));
