import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request being answered. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly path: string;
  /** Whom limits count it by. */
  readonly address: string;
}
