import { describe, expect, it } from 'vitest';
import { describeApi } from '#core/host/http/open-api.ts';
import { allProcedures } from '#test/api/walk-contract.ts';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>>;
}

async function operations(): Promise<readonly (Operation & { readonly route: string })[]> {
  const { paths = {} } = await describeApi();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      ...operation,
      route: `${method} ${path}`,
    })),
  );
}

describe('the OpenAPI document', () => {
  it('changes only when somebody means it to', async () => {
    const { info, ...described } = await describeApi();
    const document = JSON.stringify({ ...described, info: { ...info, version: 'any' } }, null, 2);
    await expect(`${document}\n`).toMatchFileSnapshot('open-api.snapshot');
  });

  it('has every procedure, under a name that reads well in a client', async () => {
    const all = await operations();
    const ids = all.map(({ operationId }) => operationId);
    expect(all).toHaveLength(allProcedures().length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][a-zA-Z]+$/.test(id))).toEqual([]);
    expect(ids).toEqual(
      expect.arrayContaining(['createContact', 'getCompany', 'updateContact', 'deleteCompany', 'listParties', 'search']),
    );
  });

  it('groups and describes each of them, and tells what it answers', async () => {
    for (const { route, summary, tags, responses } of await operations()) {
      expect([summary?.length ?? 0, tags?.length], route).toEqual([expect.toSatisfy((length: number) => length > 5), 1]);
      const [status = ''] = Object.keys(responses).filter((code) => code.startsWith('2'));
      const [content] = Object.values(responses[status]?.content ?? {});
      expect(content?.schema && Object.keys(content.schema).length, `${route} ${status}`).toBeGreaterThan(0);
      expect(Object.keys(responses), route).toEqual(expect.arrayContaining(['400', '401', '403']));
    }
  });
});
