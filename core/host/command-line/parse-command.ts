import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import { commands } from '#core/host/command-line/commands.ts';
import type { Command, Task } from '#core/host/command-line/command.ts';
import type { Claim } from '#core/host/command-line/log-in.ts';
import type { KeyClaim } from '#core/host/command-line/data-key.ts';
import { UsageError } from '#core/host/command-line/faults.ts';

export type Request =
  | { readonly type: 'help'; readonly command: Command | undefined }
  | {
      readonly type: 'run';
      readonly command: Command;
      readonly task: Task;
      readonly dataDirectory: string | undefined;
      /** Who does it, by name or id, and in whose name; without either, the owner. */
      readonly claim: Claim & KeyClaim;
    };

const flagsOfAll: ParseArgsOptionsConfig = {
  data: { type: 'string' },
  as: { type: 'string' },
  user: { type: 'string' },
  'password-file': { type: 'string' },
  'passphrase-file': { type: 'string' },
  'recovery-code': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/** Understands what was typed after the program's name. @throws {UsageError} */
export function parseCommand(args: readonly string[]): Request {
  const [name, ...rest] = args;
  if (name === undefined || name === '--json') throw new UsageError('noCommand', {});
  if (name === '--help' || name === '-h' || name === 'help') return { type: 'help', command: undefined };
  const command = commands.find((known) => known.name === name);
  if (!command) throw new UsageError('unknownCommand', { command: name });
  const options = { ...flagsOfAll, ...command.options };
  const { values, positionals, tokens } = parseArgs({ args: rest, options, strict: false, tokens: true, allowPositionals: true });
  for (const token of tokens) if (token.kind === 'option') checkFlag(token, { options, command: command.name });
  if (values['help'] === true) return { type: 'help', command };
  const typed = { positionals, values: values as Record<string, string | boolean | undefined> };
  const { data, as: person, user, 'password-file': passwordFile } = typed.values;
  const { 'passphrase-file': passphraseFile, 'recovery-code': recoveryCode } = typed.values;
  const given = {
    '--data': data,
    '--as': person,
    '--user': user,
    '--password-file': passwordFile,
    '--passphrase-file': passphraseFile,
    '--recovery-code': recoveryCode,
  };
  for (const [flag, value] of Object.entries(given)) if (value === '') throw new UsageError('flagNeedsValue', { flag });
  return {
    type: 'run',
    command,
    task: command.read(typed),
    dataDirectory: data as string | undefined,
    claim: { person, user, passwordFile, passphraseFile, recoveryCode } as Claim & KeyClaim,
  };
}

/** What Node's own strict mode checks, but with a code instead of an English sentence. */
function checkFlag(
  { name, rawName, value }: { readonly name: string; readonly rawName: string; readonly value?: string | undefined },
  { options, command }: { readonly options: ParseArgsOptionsConfig; readonly command: string },
) {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) throw new UsageError('unknownFlag', { flag: rawName, command });
  if (option.type === 'string' && (value === undefined || value.startsWith('--')))
    throw new UsageError('flagNeedsValue', { flag: rawName });
  if (option.type === 'boolean' && value !== undefined) throw new UsageError('flagTakesNoValue', { flag: rawName });
}
