import type { DuplicatePolicy, Mapping } from '#shared/import/mapping.ts';
import type { ImportDraft } from './import-draft.ts';

/** What a plan and an import are asked with. */
export interface ImportRequest {
  readonly fileId: string;
  readonly mapping: Mapping;
  readonly country: string;
  readonly duplicates: DuplicatePolicy;
}

/** The request that the choices so far make; null while something is missing. */
export function requestOf({ file, mapping, country, duplicates }: ImportDraft): ImportRequest | null {
  if (file === null || mapping === null) return null;
  return { fileId: file.fileId, mapping, country, duplicates };
}
