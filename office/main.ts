import { createLog } from '#office/log/log.ts';
import { explain } from '#office/explain.ts';
import { readOptions } from '#office/read-options.ts';
import { startOffice } from '#office/start-office.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { MessageValues } from '#shared/messages/message-text.ts';
import { languages } from '#shared/settings/contract.ts';

/** For wrong flags, as programs of the command line do. */
const misuse = 2;

const locale = Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 2);
const language = languages.find((each) => each === locale) ?? 'en';
const say = (key: MessageKey, values?: MessageValues) => messageText(key, language, values);

const read = readOptions(process.argv.slice(2));
if (read.type === 'help') process.stdout.write(`${say('office.start.usage')}\n`);
else if (read.type === 'bad') {
  process.stderr.write(`${say('office.start.badFlag', { flag: read.flag })}\n\n${say('office.start.usage')}\n`);
  process.exitCode = misuse;
} else await run(read.options, read.level);

async function run(options: Parameters<typeof startOffice>[0], level: Parameters<typeof createLog>[0]['level']) {
  const log = createLog({ write: (line) => void process.stderr.write(line), level, now: Date.now });
  try {
    const office = await startOffice({ ...options, log });
    const page = `${office.address}/?key=${office.adminKey}`;
    process.stdout.write(`${say('office.start.listening', { address: office.address, page })}\n`);
    let isStopping = false;
    const stop = () => {
      // Whoever asks twice doesn't want to wait.
      if (isStopping) process.exit(1);
      isStopping = true;
      void office.close();
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
  } catch (error) {
    const { key, values } = explain(error, options);
    process.stderr.write(`${say(key, values)}\n`);
    process.exitCode = 1;
  }
}
