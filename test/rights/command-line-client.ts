import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { runCommandLine } from '#core/host/command-line/run-command-line.ts';
import { allProcedures } from '#test/api/walk-contract.ts';
import type { Client } from '#test/factories/clients.ts';

/** Calls everything by typing it: cartera api OPERATION JSON --as PERSON. */
export function commandLineClient(directory: string, userId: string): Client {
  const client: Record<string, unknown> = {};
  for (const { path, procedure } of allProcedures()) {
    const operation = procedure['~orpc'].route.operationId;
    const own = path.slice(0, -1).reduce<Record<string, unknown>>((node, key) => (node[key] ??= {}) as typeof node, client);
    own[path.at(-1)!] = (input: unknown) => type({ directory, userId, operation: operation ?? '', input });
  }
  return client as unknown as Client;
}

interface Typing {
  readonly directory: string;
  readonly userId: string;
  readonly operation: string;
  readonly input: unknown;
}

async function type({ directory, userId, operation, input }: Typing): Promise<unknown> {
  const folder = join(directory, 'typed', randomUUID());
  await mkdir(folder, { recursive: true });
  const given = JSON.stringify(await withPaths(input ?? {}, folder));
  let told = '';
  const out = join(folder, 'answer');
  const args = ['api', operation, given, '--out', out, '--as', userId, '--data', directory, '--json'];
  await runCommandLine(args, {
    locale: 'en-GB',
    signal: new AbortController().signal,
    write: (text) => (told += text),
    complain: () => undefined,
  });
  const answer = JSON.parse(told) as Record<string, unknown>;
  if ('error' in answer) throw asError(answer['error'] as Fault);
  if (answer['file'] === out) return new File([await openAsBlob(out)], basename(out));
  return 'answer' in answer && Object.keys(answer).length === 1 ? (answer['answer'] ?? undefined) : answer;
}

interface Fault {
  readonly code: string;
  readonly message?: string;
  /** What isn't allowed. */
  readonly permission?: string;
  /** What was refused, with its data as JSON. */
  readonly operation?: string;
  readonly data?: string;
}

/** What was refused, as the other ways tell it; which status it would have there isn't said. */
function asError({ code, message, permission, operation, data }: Fault): Error {
  if (code === 'forbidden') return new ORPCError('FORBIDDEN', { status: 403, data: { permission } });
  if (operation === undefined) return new Error(message ?? code);
  return new ORPCError(code, { status: 400, data: JSON.parse(data ?? '{}') as unknown });
}

/** Files are named by their paths. */
async function withPaths(value: unknown, folder: string): Promise<unknown> {
  if (value instanceof File) {
    const path = join(folder, value.name);
    await writeFile(path, new Uint8Array(await value.arrayBuffer()));
    return { $file: path };
  }
  if (Array.isArray(value)) return Promise.all(value.map((part) => withPaths(part, folder)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    await Promise.all(Object.entries(value).map(async ([key, part]) => [key, await withPaths(part, folder)] as const)),
  );
}
