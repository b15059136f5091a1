import type { Occurrence } from '#core/automation/occurrence.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { RecordChange } from '#core/records/reaction.ts';
import { recordTypeNamed } from '#core/records/record-type.ts';
import type { AutomatedRecord } from '#shared/automation/events.ts';

type Values = Readonly<Record<string, unknown>>;

interface Change {
  readonly recordId: string;
  readonly before: Values | null;
  readonly after: Values | null;
}

/** Record types whose changes rules can answer. */
export const heededTypes = ['party', 'deal', 'lead', 'task', 'payment', 'document'] as const;

/** What happened by the change of a record, as far as a rule can ask for it. */
export function findOccurrences(db: ReadDb, actId: string, { recordType, ...change }: RecordChange): readonly Occurrence[] {
  const { recordId, before, after } = change as Change;
  if (!after || (after['deletedAt'] ?? null) !== null) return [];
  const stamp = (field: string) => stampOf(db, { recordType, recordId, field }) ?? actId;
  switch (recordType) {
    case 'party':
      return [...created('party', { recordId, before, after }), ...fieldsChanged('party', { recordId, before, after }, stamp)];
    case 'deal':
      return [
        ...created('deal', { recordId, before, after }),
        ...fieldsChanged('deal', { recordId, before, after }, stamp),
        ...dealMoved({ recordId, before, after }, stamp),
      ];
    case 'lead':
      return leadOccurrences({ recordId, before, after });
    case 'task':
      return [...created('task', { recordId, before, after }), ...taskOccurrences({ recordId, before, after }, stamp)];
    case 'payment':
      if (before || after['reversesId'] !== null) return [];
      return [about('deal', after['dealId'] as string, { type: 'paymentEntered', key: () => [recordId], detail: '' })];
    case 'document':
      if (after['status'] !== 'accepted' || before?.['status'] === 'accepted') return [];
      return [
        about('deal', after['dealId'] as string, {
          type: 'documentAccepted',
          key: () => [recordId],
          detail: after['kind'] as string,
          documentId: recordId,
        }),
      ];
    default:
      return [];
  }
}

type What = Pick<Occurrence, 'type' | 'key' | 'detail'> & Partial<Pick<Occurrence, 'isFilled' | 'taskType' | 'documentId'>>;

function about(record: AutomatedRecord, recordId: string, what: What): Occurrence {
  return { record, recordId, ...what };
}

function created(record: AutomatedRecord, { recordId, before }: Change): readonly Occurrence[] {
  return before ? [] : [about(record, recordId, { type: 'recordCreated', key: () => [recordId], detail: record })];
}

/** Kept by the program itself: nobody makes a rule of them. */
const unheeded = new Set(['updatedAt', 'createdAt', 'sortKey', 'nameKey', 'titleKey', 'stageSince', 'nextTaskAt']);

function fieldsChanged(record: AutomatedRecord, { recordId, before, after }: Change, stamp: (field: string) => string) {
  const occurrences: Occurrence[] = [];
  for (const [field, value] of Object.entries(after ?? {})) {
    const earlier = before?.[field];
    if (unheeded.has(field) || (before ? isSame(earlier, value) : isBlank(value))) continue;
    const isFilled = isBlank(earlier) && !isBlank(value);
    // A new record's fields count as filled then, not as changed.
    if (!before && !isFilled) continue;
    const key = () => [recordId, field, stamp(field)];
    if (field === 'custom') occurrences.push(...customChanged(record, { recordId, before, after }, key));
    else occurrences.push(about(record, recordId, { type: 'fieldChanged', key, detail: field, isFilled }));
  }
  return occurrences;
}

function customChanged(record: AutomatedRecord, { recordId, before, after }: Change, key: Occurrence['key']) {
  const earlier = (before?.['custom'] ?? {}) as Values;
  const now = (after?.['custom'] ?? {}) as Values;
  const changed = [...new Set([...Object.keys(earlier), ...Object.keys(now)])].filter(
    (name) => !isSame(earlier[name], now[name]),
  );
  return changed.map((name) =>
    about(record, recordId, {
      type: 'fieldChanged',
      key: () => [...key(), name],
      detail: `custom.${name}`,
      isFilled: isBlank(earlier[name]) && !isBlank(now[name]),
    }),
  );
}

function dealMoved({ recordId, before, after }: Change, stamp: (field: string) => string): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  if (after?.['status'] === 'open' && (before?.['stageId'] !== after['stageId'] || before?.['status'] !== 'open'))
    occurrences.push(
      about('deal', recordId, {
        type: 'stageEntered',
        key: () => [recordId, stamp('stageId'), stamp('status')],
        detail: after['stageId'] as string,
      }),
    );
  const closing = after?.['status'] === 'won' ? 'dealWon' : after?.['status'] === 'lost' ? 'dealLost' : undefined;
  if (closing && before?.['status'] !== after?.['status'])
    occurrences.push(about('deal', recordId, { type: closing, key: () => [recordId, stamp('status')], detail: '' }));
  return occurrences;
}

function leadOccurrences({ recordId, before, after }: Change): readonly Occurrence[] {
  if (!before)
    return [
      about('lead', recordId, { type: 'leadCame', key: () => [recordId], detail: '' }),
      ...created('lead', { recordId, before, after }),
    ];
  const isAccepted = before['status'] !== 'accepted' && after?.['status'] === 'accepted';
  return isAccepted ? [about('lead', recordId, { type: 'leadAccepted', key: () => [recordId], detail: '' })] : [];
}

function taskOccurrences({ recordId, before, after }: Change, stamp: (field: string) => string): readonly Occurrence[] {
  const what = { detail: (after?.['purpose'] ?? '') as string, taskType: after?.['type'] as string };
  const occurrences: Occurrence[] = [];
  if (after?.['status'] === 'done' && before && before['status'] !== 'done')
    occurrences.push(about('task', recordId, { type: 'taskDone', key: () => [recordId, stamp('status')], ...what }));
  if (after && !isBlank(after['escalatedAt']) && isBlank(before?.['escalatedAt']))
    occurrences.push(
      about('task', recordId, { type: 'taskOverdue', key: () => [recordId, after['escalatedAt'] as number], ...what }),
    );
  return occurrences;
}

/** When a field was last changed, or its record made, by the clock that all PCs share; undefined for what is worked out. */
function stampOf(
  db: ReadDb,
  { recordType, recordId, field }: { readonly recordType: string; readonly recordId: string; readonly field: string },
): string | undefined {
  const type = recordTypeNamed(recordType);
  const isDerived = (type.fields as Readonly<Record<string, { readonly derived?: true }>>)[field]?.derived === true;
  if (isDerived) return undefined;
  const row = db
    .read<[string], { stamp: string; field_stamps: string | null }>(`SELECT stamp, field_stamps FROM ${type.table} WHERE id = ?`)
    .get(recordId);
  const stamps = row?.field_stamps ? (JSON.parse(row.field_stamps) as Readonly<Record<string, string>>) : {};
  return stamps[field] ?? row?.stamp;
}

function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === 0) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
