import { itemText, valueText } from '#renderer/card/history/value-text.ts';
import type { Wording } from '#renderer/card/history/value-text.ts';

/** A change of one field in words: what it was and is, or what left and joined a list. */
export type Difference =
  | { readonly type: 'value'; readonly from: string | null; readonly to: string | null }
  | { readonly type: 'list'; readonly removed: readonly string[]; readonly added: readonly string[] };

export interface FieldValues {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

export function describeDifference({ field, from, to }: FieldValues, wording: Wording): Difference {
  if (!Array.isArray(from) && !Array.isArray(to)) {
    return { type: 'value', from: valueText(field, from, wording), to: valueText(field, to, wording) };
  }
  const before = listTexts(field, from, wording);
  const after = listTexts(field, to, wording);
  return {
    type: 'list',
    removed: before.filter((text) => !after.includes(text)),
    added: after.filter((text) => !before.includes(text)),
  };
}

/** One change per custom field in place of the one change of all of them. */
export function splitCustom(change: FieldValues): readonly FieldValues[] {
  if (change.field !== 'custom') return [change];
  const from = recordOf(change.from);
  const to = recordOf(change.to);
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]))
    .map((key) => ({ field: `custom.${key}`, from: from[key], to: to[key] }));
}

function listTexts(field: string, value: unknown, wording: Wording): readonly string[] {
  return Array.isArray(value) ? value.map((item) => itemText(field, item, wording)) : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
