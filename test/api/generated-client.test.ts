import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'openapi-typescript-codegen';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { runNode } from '#build/run-program.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.cache/generated-client');

/** What a programmer who only has the generated client would write. */
const program = `
import { ApiError, ContactsService, LinksService, CompaniesService, OpenAPI, SearchService } from './client';
import type { Contact, SearchResult } from './client';

export async function useClient(address: string, key: string): Promise<readonly string[]> {
  OpenAPI.BASE = address;
  OpenAPI.TOKEN = key;
  const created: Contact = await ContactsService.createContact({
    requestBody: { givenName: 'Ana', familyName: 'Ruiz', phones: [{ raw: '612 34 56 78' }], custom: { size: 4 } },
  });
  const company = await CompaniesService.createCompany({ requestBody: { name: 'Bar Sol' } });
  await LinksService.createLink({ requestBody: { contactId: created.id, companyId: company.id } });
  const changed = await ContactsService.updateContact({ id: created.id, requestBody: { birthday: '1980-12-31' } });
  const refusal = await ContactsService.updateContact({ id: created.id, requestBody: { birthday: 'yesterday' } }).catch((error: unknown) => error);
  const found: SearchResult[] = (await SearchService.search({ text: '45678' })).results;
  await ContactsService.deleteContact({ id: created.id });
  const left = (await SearchService.search({ text: '45678' })).results;
  return [
    created.phones[0]?.e164 ?? '',
    changed.birthday ?? '',
    refusal instanceof ApiError ? String(refusal.body.data.issues[0].path) : '',
    ...found.map((result) => result.title),
    String(left.length),
  ];
}
`;

const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'es2024',
  module: 'preserve',
  lib: ['es2024', 'dom', 'dom.iterable'],
  types: [],
};

interface Program {
  readonly useClient: (address: string, key: string) => Promise<readonly string[]>;
}

describe('a client generated from the OpenAPI document', () => {
  it('compiles strictly, and makes, finds and deletes a contact', { timeout: 120_000 }, async () => {
    const host = await startTestHost();
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const input = join(folder, 'openapi.json');
    writeFileSync(input, (await host.call({ path: '/api/v1/openapi.json' })).text);
    await generate({ input, output: join(folder, 'client'), httpClient: 'fetch', useOptions: true });
    writeFileSync(join(folder, 'program.ts'), program);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }));

    const compiled = await runNode({ args: [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder] });
    expect(compiled.output).toBe('');
    expect(compiled.code).toBe(0);

    const bundle = await rolldown({ input: join(folder, 'program.ts'), platform: 'node', logLevel: 'silent' });
    await bundle.write({ file: join(folder, 'program.mjs'), format: 'es' });
    const { useClient } = (await import(join(folder, 'program.mjs'))) as Program;
    const address = `http://127.0.0.1:${host.port}/api/v1`;
    expect(await useClient(address, host.key)).toEqual(['+34612345678', '1980-12-31', 'birthday', 'Ana Ruiz', '0']);
  });
});
