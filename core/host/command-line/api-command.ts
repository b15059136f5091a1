import { openAsBlob } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { call, ORPCError } from '@orpc/server';
import { openCore } from '#core/core.ts';
import type { Answer, Command, CommandContext } from '#core/host/command-line/command.ts';
import { CommandError, UsageError } from '#core/host/command-line/faults.ts';
import { findOperation, listOperations } from '#core/host/command-line/operations.ts';
import type { Operation } from '#core/host/command-line/operations.ts';
import { textFlag } from '#core/host/command-line/typed-values.ts';

/** Calls anything that other programs can call, by the name it has in the description of the REST API. */
export const apiCommand: Command = {
  name: 'api',
  usage: 'api [OPERATION [JSON | @FILE.json]] [--out FILE]',
  about: 'commandLine.about.api',
  options: { out: { type: 'string' } },
  // What is called asks for its own.
  permission: 'people.see',
  read({ positionals, values }) {
    const [name, given = '{}', another] = positionals;
    if (another !== undefined) throw new UsageError('argumentTooMany', { argument: another });
    const out = textFlag({ positionals, values }, 'out');
    const input = given.startsWith('@') ? undefined : parse(given);
    return async (context) => {
      const operations = await listOperations();
      if (name === undefined) {
        const listed = operations.map(({ id, method, path, summary }) => ({ id, method, path, summary }));
        return { json: { operations: listed }, lines: listed.map(({ id, summary }) => `${id} · ${summary}`) };
      }
      const operation = findOperation(operations, name);
      return perform(context, operation, { input: input ?? parse(await readFile(resolve(given.slice(1)), 'utf8')), out });
    };
  },
};

interface Asked {
  readonly input: unknown;
  /** Where a file that is the answer goes. */
  readonly out: string | undefined;
}

async function perform({ dataDirectory, actor }: CommandContext, { id, procedure }: Operation, asked: Asked): Promise<Answer> {
  const core = openCore(dataDirectory);
  try {
    const input = await withFiles(asked.input);
    const output = await call(procedure, input, { context: { core, actor, apiAddress: null } });
    const answer = output instanceof Blob ? await keepFile(output, asked.out) : (output ?? null);
    return { json: Object(answer) === answer ? (answer as object) : { answer }, lines: [JSON.stringify(answer, null, 2)] };
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    const permission = (error.data as { permission?: unknown } | undefined)?.permission;
    if (error.code === 'FORBIDDEN' && typeof permission === 'string') throw new CommandError('forbidden', { permission }, error);
    const data = JSON.stringify(error.data ?? {});
    throw new CommandError('refused', { operation: id, code: error.code, data }, error);
  } finally {
    await core.close();
  }
}

/** A file is given as { "$file": "path" }. */
async function withFiles(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(withFiles));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [key, path] = entries[0] ?? [];
  if (entries.length === 1 && key === '$file' && typeof path === 'string')
    return new File([await openAsBlob(resolve(path))], basename(path));
  return Object.fromEntries(await Promise.all(entries.map(async ([name, inner]) => [name, await withFiles(inner)] as const)));
}

async function keepFile(file: Blob, out: string | undefined) {
  const path = resolve(out ?? (file instanceof File ? basename(file.name) : 'answer'));
  await writeFile(path, new Uint8Array(await file.arrayBuffer()));
  return { file: path, size: file.size, mediaType: file.type };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError('flagBadValue', { flag: 'JSON', value: text.slice(0, 80), expected: '{"name": "Ana"}' });
  }
}
