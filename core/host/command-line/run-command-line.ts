import { resolve } from 'node:path';
import type { Answer, Command, Line } from '#core/host/command-line/command.ts';
import { findDataKey } from '#core/host/command-line/data-key.ts';
import type { PassphraseSource } from '#core/host/command-line/data-key.ts';
import { describeError } from '#core/host/command-line/describe-error.ts';
import { CommandError } from '#core/host/command-line/faults.ts';
import { helpText } from '#core/host/command-line/help.ts';
import { languageOfLocale } from '#core/host/command-line/locale.ts';
import { logIn } from '#core/host/command-line/log-in.ts';
import type { Claim, PasswordSource } from '#core/host/command-line/log-in.ts';
import { asDamage, openData } from '#core/host/command-line/open-data.ts';
import { parseCommand } from '#core/host/command-line/parse-command.ts';
import type { Request } from '#core/host/command-line/parse-command.ts';
import { runOnFolder } from '#core/host/command-line/run-on-folder.ts';
import type { Known } from '#core/host/command-line/run-on-folder.ts';
import { defaultDataDirectory } from '#core/host/data-directory.ts';
import { isAllowed } from '#core/people/allow.ts';
import { createViewers, viewerOf } from '#core/people/viewer/viewers.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { DatabaseError } from '#core/database/open-database.ts';
import { readSettings } from '#core/settings/settings.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

export interface Terminal extends PasswordSource, PassphraseSource {
  /** Takes the answer. */
  write(text: string): void;
  /** Takes what is said beside it: progress and errors. */
  complain(text: string): void;
  /** Of the system, such as "es-ES". */
  readonly locale: string;
  /** Aborted when the person gives up. */
  readonly signal: AbortSignal;
}

/** Does what was typed after the program's name. @returns the exit code: 0 done, 1 could not be done, 2 not understood */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const isJson = args.includes('--json');
  const spoken = { language: languageOfLocale(terminal.locale) };
  try {
    const request = parseCommand(args);
    if (request.type === 'help') {
      terminal.write(helpText(request.command, spoken.language));
      return 0;
    }
    const answer = await run(request, terminal, spoken);
    terminal.write(isJson ? `${JSON.stringify(answer.json)}\n` : inWords(answer.lines, spoken.language));
    return answer.exitCode ?? 0;
  } catch (error) {
    const { code, detail, lines, exitCode } = describeError(error, spoken.language);
    if (isJson) terminal.write(`${JSON.stringify({ error: { code, ...detail } })}\n`);
    terminal.complain(inWords(lines, spoken.language));
    return exitCode;
  }
}

/** @param spoken told the shop's own language once it is known, for the answer and for errors alike */
async function run(
  { command, task, dataDirectory: given, claim }: Request & { readonly type: 'run' },
  { locale, signal, complain, ...source }: Terminal,
  spoken: { language: Language },
): Promise<Answer> {
  const dataDirectory = resolve(given ?? defaultDataDirectory());
  if (typeof task === 'object') {
    const key = await findDataKey(dataDirectory, claim, source).catch((error: unknown) => {
      if (task.needsKey === false && error instanceof DatabaseError && error.code === 'keysDamaged') return undefined;
      throw error;
    });
    const context = {
      dataDirectory,
      key,
      passphrases: source,
      signal,
      language: spoken.language,
      report: (line: string) => complain(`${line}\n`),
    };
    const looking = { command, dataDirectory, key: key ?? null, claim, source, spoken };
    return await runOnFolder({ ...context, task, lookIn: () => lookIn(looking) });
  }
  const key = await findDataKey(dataDirectory, claim, source);
  const { connection, store, files, actor: owner } = openData(dataDirectory, { key, cacheSize: command.cacheSize });
  const viewers = createViewers(store);
  try {
    const language = languageOfShop(store.db) ?? spoken.language;
    spoken.language = language;
    const actor = await logIn(store, owner, { claim, source });
    const { permission } = command;
    if (!isAllowed(actor, permission)) throw new CommandError('forbidden', { permission });
    const seen = viewerOf({ viewers }, actor)?.store ?? store;
    const report = (line: string) => complain(`${line}\n`);
    return await task({ dataDirectory, store: seen, files, actor, language, locale, signal, report });
  } catch (error) {
    throw asDamage(error, dataDirectory);
  } finally {
    await viewers.close();
    connection.close();
  }
}

interface LookingIn {
  readonly command: Command;
  readonly dataDirectory: string;
  readonly key: string | null;
  readonly claim: Claim;
  readonly source: PasswordSource;
  readonly spoken: { language: Language };
}

async function lookIn({ command: { permission }, dataDirectory, key, claim, source, spoken }: LookingIn): Promise<Known> {
  const { connection, store, actor: owner } = openData(dataDirectory, { key });
  try {
    const language = languageOfShop(store.db) ?? spoken.language;
    spoken.language = language;
    const actor = await logIn(store, owner, { claim, source });
    if (!isAllowed(actor, permission)) throw new CommandError('forbidden', { permission });
    return { actor, key: connection.file.key, language };
  } finally {
    connection.close();
  }
}

/** The language chosen in the settings, where one was. */
function languageOfShop(db: ReadDb): Language | undefined {
  const isSet = db.read<[], unknown>("SELECT 1 FROM setting WHERE id = 'language'").get() !== undefined;
  return isSet ? readSettings(db).language : undefined;
}

function inWords(lines: readonly (Line | string)[], language: Language): string {
  return lines
    .map((line) => (typeof line === 'string' ? line : messageText(line.key, language, line.values)))
    .map((line) => `${line}\n`)
    .join('');
}
