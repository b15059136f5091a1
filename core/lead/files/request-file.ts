import type { NewLead } from '#core/lead/commands.ts';

/** A request as a file tells it. */
export interface FileRequest {
  /** What the owner of the file sees: the sheet's row, the text's line, the card's or object's number. */
  readonly row: number;
  readonly lead: NewLead;
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface RowTrouble {
  readonly row: number;
  readonly code: string;
}

/** What is in a file of requests. */
export interface RequestFile {
  readonly requests: readonly FileRequest[];
  /** Rows that say nothing of who asks. */
  readonly problems: readonly RowTrouble[];
}

export interface FileToRead {
  readonly path: string;
  /** ISO code of the country whose habits phones follow. */
  readonly country: string;
}

const mib = 1024 * 1024;
/** A file of more is no list of requests. */
export const requestFileLimits = { bytes: 64 * mib, jsonBytes: 16 * mib, rows: 10_000, attachments: 50 } as const;
