import { systemLocale } from '#core/host/command-line/locale.ts';
import { runCommandLine } from '#core/host/command-line/run-command-line.ts';

const controller = new AbortController();
// The first Ctrl+C gives up in good order, and nothing is saved; the second one ends the program by force, which is as safe.
process.once('SIGINT', () => controller.abort());

process.exitCode = await runCommandLine(process.argv.slice(2), {
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  locale: systemLocale(),
  signal: controller.signal,
});
