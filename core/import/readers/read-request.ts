import type { SourceOptions } from '#shared/import/table.ts';

/** What every format's reader is given. */
export interface ReadRequest {
  readonly path: string;
  readonly options: SourceOptions;
  readonly signal?: AbortSignal | undefined;
}
