import { askPassword } from '#core/host/command-line/ask-password.ts';
import { languageOfLocale, systemLocale } from '#core/host/command-line/locale.ts';
import { runCommandLine } from '#core/host/command-line/run-command-line.ts';
import { messageText } from '#shared/messages/message-text.ts';

const controller = new AbortController();
// The first Ctrl+C gives up in good order, and nothing is saved; the second one ends the program by force, which is as safe.
process.once('SIGINT', () => controller.abort());

const locale = systemLocale();
const ask = askPassword(`${messageText('commandLine.password', languageOfLocale(locale))} `);

process.exitCode = await runCommandLine(process.argv.slice(2), {
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  locale,
  password: process.env['CARTERA_PASSWORD'],
  passphrase: process.env['CARTERA_PASSPHRASE'],
  newPassphrase: process.env['CARTERA_NEW_PASSPHRASE'],
  ...(ask && {
    askPassphrase: (which) =>
      askPassword(`${messageText(`commandLine.passphrase.${which}`, languageOfLocale(locale))} `)?.() ?? Promise.resolve(''),
  }),
  ...(ask && { ask }),
  signal: controller.signal,
});
