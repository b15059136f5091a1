import { z } from 'zod';
import { conflictRecord } from '#core/conflict/conflict.ts';
import { markSettled } from '#core/conflict/resolve-conflicts.ts';
import { mayRewrite } from '#core/conflict/rights.ts';
import { changesOf, writeFields } from '#core/conflict/write-fields.ts';
import { changeDeal } from '#core/deal/commands.ts';
import { archiveRecordSchemas } from '#core/export/archive-schemas.ts';
import { changeLead } from '#core/lead/commands.ts';
import { changeParty } from '#core/party/commands.ts';
import type { Act } from '#core/records/act.ts';
import { findRecordType } from '#core/records/record-type.ts';
import type { AnyRecordType } from '#core/records/record-type.ts';
import { readRecord } from '#core/records/write.ts';
import { changeTask } from '#core/task/commands.ts';
import { refuseTask } from '#core/task/rules.ts';
import { companyInputSchema } from '#shared/company/fields.ts';
import { contactInputSchema } from '#shared/contact/fields.ts';
import { dealInputShape } from '#shared/deal/fields.ts';
import { leadShape } from '#shared/lead/contract.ts';
import { taskInputSchema } from '#shared/task/contract.ts';

type Values = Readonly<Record<string, unknown>>;
interface Refusal {
  readonly type: 'refused';
  readonly code: string;
}
export type EditOutcome = { readonly type: 'edited' } | { readonly type: 'notFound' } | Refusal;

interface Wanted {
  readonly id: string;
  readonly value: unknown;
}

/** Settles a conflict with a third value, by the rules by which the field is written elsewhere. */
export function editConflict(act: Act, { id, value }: Wanted): EditOutcome {
  const conflict = readRecord(act.tx, conflictRecord, id)?.row;
  const type = conflict && findRecordType(conflict.recordType);
  const row = type && readRecord(act.tx, type, conflict.recordId)?.row;
  if (!row) return { type: 'notFound' };
  if (conflict.status !== 'open') return refused('settled');
  if (!mayRewrite(act, conflict)) return refused('notAllowed');
  // Whether a record is there is settled by keeping or taking.
  if (conflict.field === '') return refused('removed');
  const changes = changesOf(type, row as unknown as Values, { [conflict.field]: value });
  const refusal = Object.keys(changes).length === 0 ? refused('unknownField') : write(act, { type, row, changes });
  if (refusal) return refusal;
  markSettled(act, id, 'edited');
  return { type: 'edited' };
}

interface Writing {
  readonly type: AnyRecordType;
  readonly row: { readonly id: string };
  readonly changes: Values;
}

/** Writes it as the feature does, where it has such a field to write; else as an archive would bring it. */
function write(act: Act, { type, row, changes }: Writing): Refusal | undefined {
  const input = inputs[type.name]?.(row);
  const isInput = input && Object.keys(changes).every((field) => Object.hasOwn(input.shape, field));
  if (!isInput) return writeAsKept(act, { type, row, changes });
  const parsed = input.partial().strict().safeParse(changes);
  if (!parsed.success) return refused('invalid');
  const outcome = writers[type.name]?.(act, row.id, parsed.data);
  return outcome?.type === 'changed' ? undefined : refused(outcome?.code ?? outcome?.type ?? 'invalid');
}

type Shaped = z.ZodObject<z.ZodRawShape>;

const inputs: Readonly<Record<string, (row: object) => Shaped>> = {
  party: (row) => ((row as { type?: string }).type === 'company' ? companyInputSchema : contactInputSchema) as unknown as Shaped,
  deal: () => dealSchema,
  lead: () => leadSchema,
  task: () => taskInputSchema as unknown as Shaped,
};

const dealSchema = z.object(dealInputShape);
const leadSchema = z.object(leadShape);

interface Written {
  readonly type: string;
  readonly code?: string;
}

const writers: Readonly<Record<string, (act: Act, id: string, changes: Values) => Written>> = {
  party: changeParty,
  deal: changeDeal,
  lead: changeLead,
  task(act, id, changes) {
    const refusal = refuseTask(act.tx, changes);
    if (refusal) return { type: 'refused', code: refusal.code };
    return { type: changeTask(act, id, changes) ? 'changed' : 'notFound' };
  },
};

function writeAsKept(act: Act, { type, row, changes }: Writing): Refusal | undefined {
  const schema = archiveRecordSchemas[type.name];
  const derived = Object.entries(type.fields as Values).flatMap(([name, field]) =>
    (field as { derived?: true }).derived ? [name] : [],
  );
  const kept = Object.fromEntries(Object.entries({ ...row, ...changes }).filter(([name]) => !derived.includes(name)));
  if (schema && !schema.safeParse(kept).success) return refused('invalid');
  const attempt = act.attempt(() => writeFields(act, type, { id: row.id, fields: changes }));
  return attempt.type === 'done' ? undefined : refused('invalid');
}

function refused(code: string): Refusal {
  return { type: 'refused', code };
}
