import type { StandardHandlerInterceptorOptions, StandardHandleResult } from '@orpc/server/standard';
import type { CallContext } from '#core/procedure.ts';

type Options = StandardHandlerInterceptorOptions<CallContext> & {
  next(options?: StandardHandlerInterceptorOptions<CallContext>): Promise<StandardHandleResult>;
};

/** Hands files out to be saved: an attached page that a browser showed as ours could do here whatever its reader may. */
export async function handOutFiles({ next, ...options }: Options): Promise<StandardHandleResult> {
  const result = await next(options);
  if (!result.matched || !(result.response.body instanceof Blob)) return result;
  const { body, headers } = result.response;
  const saved = {
    ...headers,
    'content-disposition': attachmentOf(body instanceof File ? body.name : 'file'),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  };
  return { ...result, response: { ...result.response, headers: saved } };
}

function attachmentOf(given: string): string {
  const name = given.toWellFormed();
  const plain = name.replaceAll(/[^\x20-\x7E]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=utf-8''${whole}`;
}
