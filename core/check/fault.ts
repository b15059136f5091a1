/** Something in the data that isn't as it should be. `code` is stable and put into words by whoever shows it. */
export type Fault =
  /** SQLite's own check of its file, in its words. */
  | { readonly code: 'integrity'; readonly message: string }
  | { readonly code: 'foreignKey'; readonly table: string; readonly count: number }
  /** A record that can't be read. */
  | { readonly code: 'unreadable'; readonly table: string; readonly id: string }
  /** A derived table that doesn't agree with the records: entries that should be there, and that should not. */
  | { readonly code: 'derived'; readonly table: string; readonly missing: number; readonly extra: number; readonly id: string }
  | { readonly code: 'actCount'; readonly id: string; readonly said: number; readonly found: number }
  /** Somebody changed the audit with another program; `seq` is the first entry that doesn't fit. */
  | { readonly code: 'audit'; readonly seq: number }
  | { readonly code: 'fileMissing'; readonly id: string; readonly name: string }
  | { readonly code: 'fileDamaged'; readonly id: string; readonly name: string };

export interface CheckResult {
  readonly faults: readonly Fault[];
  /** What was looked at. */
  readonly counts: { readonly parties: number; readonly acts: number; readonly files: number };
}
