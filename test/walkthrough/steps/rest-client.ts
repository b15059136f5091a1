import { actorHeader } from '#shared/people/permission.ts';

export interface RestClient {
  get<Answer>(path: string): Promise<Answer>;
  /** @throws where it is refused, with the answer's text */
  send<Answer>(method: 'POST' | 'PUT' | 'PATCH', path: string, body?: object): Promise<Answer>;
  bytes(path: string): Promise<Uint8Array>;
  /** A file that is made when asked for. */
  post(path: string, body: object): Promise<Uint8Array>;
  upload<Answer>(path: string, name: string, content: string | Uint8Array): Promise<Answer>;
}

/** Speaks to the REST API as one of the shop; as its owner where nobody is named. */
export function restClient({ url, key }: { readonly url: string; readonly key: string }, userId?: string): RestClient {
  async function call(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${key}`);
    if (userId !== undefined) headers.set(actorHeader, userId);
    const answer = await fetch(new URL(`/api/v1${path}`, url), { ...init, headers });
    if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
  const json = async <Answer>(answer: Promise<Response>) => (await (await answer).json()) as Answer;
  return {
    get: (path) => json(call(path)),
    send: (method, path, body = {}) =>
      json(call(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })),
    bytes: async (path) => new Uint8Array(await (await call(path)).arrayBuffer()),
    post: async (path, body) =>
      new Uint8Array(
        await (
          await call(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
        ).arrayBuffer(),
      ),
    upload(path, name, content) {
      const body = new FormData();
      body.set('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], name, { type: 'text/csv' }));
      return json(call(path, { method: 'POST', body }));
    },
  };
}
