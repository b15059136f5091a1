import type { TestAnswer, TestHost } from '#test/factories/start-test-host.ts';

/** Hands a file over, as a form does. */
export async function upload(
  { port, key }: TestHost,
  path: string,
  name: string,
  content: Uint8Array,
  more: Record<string, string> = {},
) {
  const body = new FormData();
  body.set('file', new File([new Uint8Array(content)], name));
  for (const [field, value] of Object.entries(more)) body.set(field, value);
  const headers = { authorization: `Bearer ${key}` };
  return fetch(`http://127.0.0.1:${port}/api/v1${path}`, { method: 'POST', headers, body });
}

export async function fileIdOf(host: TestHost, name: string, content: Uint8Array): Promise<string> {
  return ((await (await upload(host, '/imports/files', name, content)).json()) as { fileId: string }).fileId;
}

/** What an import makes of a file before anything is written. */
export async function inspect(host: TestHost, name: string, content: Uint8Array): Promise<TestAnswer> {
  return host.api('POST', '/imports/inspect', { fileId: await fileIdOf(host, name, content), country: 'ES' });
}
