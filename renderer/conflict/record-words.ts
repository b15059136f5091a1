import type { Translate } from '#renderer/app/text.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import { catalogue } from '#shared/messages/catalogue.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

type Labels = Readonly<Record<string, MessageKey>>;

/** Fields that are called otherwise than "type.field.name", or have no name elsewhere. */
const labels: Readonly<Record<string, Labels>> = {
  deal: {
    ownProbability: 'deal.field.probability',
    lostNote: 'conflict.field.lostNote',
    pricesIncludeTax: 'conflict.field.pricesIncludeTax',
    workMinutes: 'conflict.field.workMinutes',
    visits: 'deal.field.stageId',
  },
  deal_line: {
    name: 'document.field.lines.name',
    description: 'document.field.lines.details',
    place: 'document.field.lines.place',
    width: 'document.field.lines.width',
    height: 'document.field.lines.height',
    pieces: 'document.field.lines.pieces',
    unit: 'document.field.lines.unit',
    unitPrice: 'document.field.lines.unitPrice',
    discount: 'document.field.lines.discount',
    taxRate: 'document.field.lines.taxRate',
    productId: 'conflict.type.product',
  },
  task: {
    durationMinutes: 'task.field.duration',
    leaveAt: 'task.field.leave',
    remindMinutes: 'task.field.remind',
    dealId: 'task.field.deal',
    partyId: 'task.field.party',
    result: 'conflict.field.result',
    repeat: 'conflict.field.repeat',
    allDay: 'conflict.field.allDay',
  },
  lead: { rejectReason: 'conflict.field.lostNote', dealId: 'conflict.type.deal' },
  activity: { outcome: 'activity.outcome', direction: 'activity.direction', happenedAt: 'conflict.field.happenedAt' },
  document: { dealId: 'conflict.type.deal' },
  link: { role: 'party.field.role', contactId: 'conflict.type.contact', companyId: 'conflict.type.company' },
  user: { name: 'people.name', role: 'people.role', headId: 'people.head', phone: 'people.phone', email: 'people.email' },
};

/** Fields of several types. */
const common: Labels = {
  text: 'conflict.field.text',
  result: 'conflict.field.result',
  position: 'conflict.field.position',
  sharedWith: 'conflict.field.sharedWith',
  partyId: 'conflict.type.party',
  dealId: 'conflict.type.deal',
};

/** What a field is called: "jobTitle", "custom.KEY". One that has no name for people is "other data". */
export function fieldLabel(
  { recordType, field }: { readonly recordType: string; readonly field: string },
  { t, customFields }: { readonly t: Translate; readonly customFields: readonly CustomField[] },
): string {
  const [, customKey] = /^custom\.(.*)$/s.exec(field) ?? [];
  if (customKey !== undefined) return customFields.find(({ key }) => key === customKey)?.label ?? t('conflict.field.other');
  const known =
    labels[recordType]?.[field] ??
    asMessage(`${recordType}.field.${field}`) ??
    common[field] ??
    asMessage(`party.field.${field}`);
  return t(known ?? 'conflict.field.other');
}

/** What kind of record it is. */
export function typeLabel(
  { recordType, partyType = null }: { readonly recordType: string; readonly partyType?: string | null },
  t: Translate,
): string {
  return t(asMessage(`conflict.type.${partyType ?? recordType}`) ?? 'conflict.type.other');
}

function asMessage(key: string): MessageKey | undefined {
  return Object.hasOwn(catalogue, key) ? (key as MessageKey) : undefined;
}
