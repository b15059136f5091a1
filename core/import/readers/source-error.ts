import type { SourceErrorCode } from '#shared/import/table.ts';

type SourceErrorDetail = Record<string, string | number>;

/** A file can't be read, for a reason its owner can understand. `detail` holds facts such as file, sheet, line or limit. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  readonly detail: SourceErrorDetail;

  constructor(code: SourceErrorCode, detail: SourceErrorDetail = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'SourceError';
    this.code = code;
    this.detail = detail;
  }
}
