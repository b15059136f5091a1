import type { ReadDb } from '#core/database/connection.ts';
import { leadRecord } from '#core/lead/lead.ts';
import type { LeadRow } from '#core/lead/lead.ts';
import { decodeRow } from '#core/records/write.ts';
import type { Lead } from '#shared/lead/contract.ts';
import { looksLikePhoneQuery, phoneQueryVariants } from '#shared/phone/phone-query.ts';
import { foldText } from '#shared/text/fold-text.ts';

export interface LeadsRequest {
  readonly status?: Lead['status'] | undefined;
  readonly ownerId?: string | undefined;
  readonly partyId?: string | undefined;
  readonly text: string;
  /** A condition of the table of requests. */
  readonly where?: { readonly sql: string; readonly parameters: readonly (string | number)[] } | undefined;
  readonly offset: number;
  readonly limit: number;
}

const selection = `
  SELECT lead.*, party.title AS party_title, party.type AS party_type, owner.name AS owner_name, handler.name AS handler_name,
    (SELECT min(task.due_at) FROM task WHERE task.lead_id = lead.id AND task.status = 'open') AS next_task_at
  FROM lead
  LEFT JOIN party ON party.id = lead.party_id
  LEFT JOIN user owner ON owner.id = lead.owner_id
  LEFT JOIN user handler ON handler.id = lead.handled_by`;

/** A request with the names of what it refers to. */
export function findLead(db: ReadDb, id: string): Lead | undefined {
  const values = db.read<[string], Values>(`${selection} WHERE lead.id = ?`).get(id);
  return values && toLead(values);
}

/** Requests, newest first. */
export function listLeads(db: ReadDb, request: LeadsRequest, country: string) {
  const { conditions, values } = conditionsOf(request, country);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const rows = db
    .read<(string | number)[], Values>(`${selection} ${where} ORDER BY lead.received_at DESC, lead.id DESC LIMIT ? OFFSET ?`)
    .all(...values, request.limit, request.offset);
  const count = (sql: string, ...parameters: (string | number)[]) =>
    db.readColumn<(string | number)[], number>(sql).get(...parameters) ?? 0;
  return {
    rows: rows.map(toLead),
    total: count(`SELECT count(*) FROM lead ${where}`, ...values),
    newCount: count("SELECT count(*) FROM lead WHERE status = 'new'"),
  };
}

type Values = Readonly<Record<string, unknown>>;

function toLead(values: Values): Lead {
  const { searchKey: _, hasNewParty, handledBy: __, ...row }: LeadRow = decodeRow(leadRecord, values);
  return {
    ...row,
    hasNewParty: hasNewParty === 1,
    partyTitle: (values['party_title'] as string | null) ?? '',
    partyType: values['party_type'] as Lead['partyType'],
    ownerName: (values['owner_name'] as string | null) ?? '',
    handledByName: (values['handler_name'] as string | null) ?? '',
    nextTaskAt: values['next_task_at'] as number | null,
  };
}

function conditionsOf({ status, ownerId, partyId, text, where }: LeadsRequest, country: string) {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const equal = { status, owner_id: ownerId, party_id: partyId };
  for (const [column, value] of Object.entries(equal)) {
    if (value === undefined) continue;
    conditions.push(`lead.${column} = ?`);
    values.push(value);
  }
  if (where) {
    conditions.push(where.sql);
    values.push(...where.parameters);
  }
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return { conditions, values };
  const has = 'instr(lead.search_key, ?) > 0';
  const digits = looksLikePhoneQuery(text) ? phoneQueryVariants(text, country).map((variant) => variant.digits) : [];
  conditions.push(`(${[words.map(() => has).join(' AND '), ...digits.map(() => has)].join(' OR ')})`);
  values.push(...words, ...digits);
  return { conditions, values };
}
