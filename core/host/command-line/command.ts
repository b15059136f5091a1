import type { ParseArgsOptionsConfig } from 'node:util';
import type { FileStore } from '#core/file/file-store.ts';
import type { PassphraseSource } from '#core/host/command-line/data-key.ts';
import type { Store } from '#core/records/store.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { MessageValues } from '#shared/messages/message-text.ts';
import type { Actor, Permission } from '#shared/people/permission.ts';
import type { Language } from '#shared/settings/contract.ts';

/** What was typed after a command's name. */
export interface Typed {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** What a command works with: the data folder, open, and who acts. */
export interface CommandContext {
  readonly dataDirectory: string;
  /** As whoever acts sees the data. */
  readonly store: Store;
  readonly files: FileStore;
  readonly actor: Actor;
  readonly language: Language;
  /** Of the system, such as "es-ES". */
  readonly locale: string;
  readonly signal: AbortSignal;
  /** Says how far it is, beside the answer. */
  report(line: string): void;
}

export interface Line {
  readonly key: MessageKey;
  readonly values?: MessageValues;
}

/** What a command has to say: as one JSON object, and in words (a text stands as it is). */
export interface Answer {
  readonly json: object;
  readonly lines: readonly (Line | string)[];
  /** 1 where the answer is that something is wrong. */
  readonly exitCode?: 0 | 1;
}

export type Task = ((context: CommandContext) => Promise<Answer> | Answer) | FolderTask;

/** What is done to the folder while nobody has its data open. */
export interface FolderTask {
  /** False for what also helps where nobody can tell what opens the data: the file of its keys is damaged. */
  readonly needsKey?: false;
  readonly whileClosed: (context: FolderContext) => Promise<Answer>;
}

export interface FolderContext extends Pick<CommandContext, 'dataDirectory' | 'language' | 'signal' | 'report'> {
  /** Where a passphrase may come from. */
  readonly passphrases: PassphraseSource;
  /** The program itself where nobody can be told from the data. */
  readonly actor: Actor;
  readonly key: string | null;
  /** False where the file of the keys is damaged; `key` is null then. */
  readonly isKeyKnown: boolean;
  /** Whether the data couldn't be opened. */
  readonly isDamaged: boolean;
}

export interface Command {
  readonly name: string;
  /** How to type it, after the program's name. */
  readonly usage: string;
  readonly about: MessageKey;
  /** Its own flags; --data, --as, --user, --password-file, --json and --help are everybody's. */
  readonly options: ParseArgsOptionsConfig;
  readonly permission: Permission;
  /** Mebibytes of page cache, where much is written. */
  readonly cacheSize?: number;
  /** Understands what was typed, before anything is opened. @throws {UsageError} */
  read(typed: Typed): Task;
}
