import { valueText } from '#renderer/card/history/value-text.ts';
import type { Wording } from '#renderer/card/history/value-text.ts';
import { useWording } from '#renderer/card/history/wording.ts';
import type { Party } from '#renderer/card/party.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { useLinks } from '#renderer/link/link-query.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import type { Link } from '#shared/link/contract.ts';

const fieldsInOrder = [
  'kind',
  'jobTitle',
  'legalName',
  'industry',
  'nickname',
  'phones',
  'emails',
  'messengers',
  'addresses',
  'webPages',
  'preferredChannel',
  'doNotContact',
  'birthday',
  'taxId',
  'tags',
  'groups',
  'source',
  'preferences',
  'notes',
] as const;

/** Writes the card as plain text, to be pasted into a message or a letter. */
export function useCardText(party: Party): () => string {
  const wording = useWording();
  const customFields = useCustomFields();
  const { links } = useLinks(party.id);
  return () => writeCard(party, { wording, customFields, links: links ?? [] });
}

interface CardTextOptions {
  readonly wording: Wording;
  readonly customFields: readonly CustomField[];
  readonly links: readonly Link[];
}

function writeCard(party: Party, { wording, customFields, links }: CardTextOptions): string {
  const { t } = wording;
  const values = party as unknown as Readonly<Record<string, unknown>>;
  const plain = fieldsInOrder.map((field) => line(t(`party.field.${field}`), valueText(field, values[field], wording)));
  const own = customFields.map(({ key, label }) => line(label, valueText(`custom.${key}`, party.custom[key], wording)));
  const related = links.map((link) => {
    const other = party.type === 'contact' ? link.companyTitle : link.contactTitle;
    return line(
      t(party.type === 'contact' ? 'party.type.company' : 'party.type.contact'),
      link.role === '' ? other : `${other} (${link.role})`,
    );
  });
  return [party.title, ...related, ...plain, ...own].filter((text) => text !== null).join('\n');
}

function line(label: string, value: string | null): string | null {
  return value === null ? null : `${label}: ${value}`;
}
