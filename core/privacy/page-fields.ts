import type { MessageKey } from '#shared/messages/catalogue.ts';

/** A field as a page says it to a person: what it is called, and how its value is said. */
export interface PageField {
  readonly label: MessageKey;
  /** Where the words of its codes begin. */
  readonly codes?: string;
  /** Money is in the smallest units of the currency of the record, or of its deal; a rate is in hundredths of a per cent. */
  readonly as?: 'money' | 'rate';
}

const createdAt: PageField = { label: 'party.field.createdAt' };
const customFields: PageField = { label: 'party.field.custom' };

/**
 * What a page says of a record, by its kind, in this order. How the program works with it is in the JSON beside the page, and so is
 * what a document says, which lies there printed.
 */
const fieldsOf: Readonly<Record<string, Readonly<Record<string, PageField>>>> = {
  lead: {
    title: { label: 'lead.field.title' },
    name: { label: 'lead.field.name' },
    companyName: { label: 'lead.field.companyName' },
    phones: { label: 'party.field.phones' },
    emails: { label: 'party.field.emails' },
    text: { label: 'lead.field.text' },
    details: { label: 'task.field.text' },
    source: { label: 'lead.field.source' },
    channel: { label: 'lead.field.channel' },
    status: { label: 'lead.field.status', codes: 'lead.status.' },
    rejectReason: { label: 'deal.lost.note' },
    receivedAt: { label: 'lead.field.receivedAt' },
    handledAt: { label: 'lead.field.handledAt' },
  },
  deal: {
    title: { label: 'deal.field.title' },
    status: { label: 'deal.field.status', codes: 'deal.statuses.' },
    estimate: { label: 'deal.field.estimate', as: 'money' },
    expectedClose: { label: 'deal.field.expectedClose' },
    source: { label: 'deal.field.source' },
    channel: { label: 'deal.field.channel' },
    siteAddress: { label: 'deal.field.siteAddress' },
    visitAt: { label: 'deal.field.visitAt' },
    leaveAt: { label: 'deal.field.leaveAt' },
    workAt: { label: 'deal.field.workAt' },
    notes: { label: 'deal.field.notes' },
    lostNote: { label: 'deal.lost.note' },
    custom: customFields,
    createdAt: { label: 'deal.field.createdAt' },
    closedAt: { label: 'deal.field.closedAt' },
  },
  deal_contact: { role: { label: 'people.role' }, createdAt },
  deal_line: {
    name: { label: 'deal.line.name' },
    description: { label: 'task.field.text' },
    place: { label: 'deal.line.place' },
    width: { label: 'deal.line.width' },
    height: { label: 'deal.line.height' },
    pieces: { label: 'deal.line.pieces' },
    unit: { label: 'deal.line.unit', codes: 'deal.unit.' },
    unitPrice: { label: 'deal.line.unitPrice', as: 'money' },
    discount: { label: 'deal.line.discount', as: 'rate' },
    taxRate: { label: 'deal.line.taxRate', as: 'rate' },
  },
  task: {
    type: { label: 'party.field.kind', codes: 'task.type.' },
    title: { label: 'task.field.title' },
    text: { label: 'task.field.text' },
    status: { label: 'task.field.status', codes: 'task.status.' },
    dueAt: { label: 'task.field.dueAt' },
    location: { label: 'task.field.location' },
    outcome: { label: 'task.field.outcome', codes: 'activity.outcome.' },
    result: { label: 'deal.lost.note' },
    doneAt: { label: 'task.field.doneAt' },
    createdAt: { label: 'task.field.createdAt' },
  },
  activity: {
    type: { label: 'party.field.kind', codes: 'activity.type.' },
    happenedAt: { label: 'audit.column.at' },
    direction: { label: 'activity.direction', codes: 'activity.direction.' },
    outcome: { label: 'activity.outcome', codes: 'activity.outcome.' },
    phone: { label: 'party.field.phone' },
    text: { label: 'task.field.text' },
  },
  file: { name: { label: 'people.name' }, createdAt },
  automation_run: { at: { label: 'audit.column.at' } },
  document: {
    kind: { label: 'party.field.kind', codes: 'document.kind.' },
    number: { label: 'document.field.number' },
    title: { label: 'document.field.title' },
    status: { label: 'deal.field.status', codes: 'document.status.' },
    date: { label: 'document.field.date' },
    validUntil: { label: 'document.field.validUntil' },
    gross: { label: 'document.field.totals.gross', as: 'money' },
    note: { label: 'payment.note' },
  },
  payment: {
    amount: { label: 'payment.amount', as: 'money' },
    paidOn: { label: 'payment.date' },
    method: { label: 'payment.method', codes: 'payment.method.' },
    note: { label: 'payment.note' },
  },
};

/** What the page says of a kind of record; undefined where it says all that is filled in. */
export function pageFields(type: string): Readonly<Record<string, PageField>> | undefined {
  return fieldsOf[type];
}
