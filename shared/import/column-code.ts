import { columnTargets } from '#shared/import/mapping.ts';
import type { ColumnTarget } from '#shared/import/mapping.ts';
import { messengerServices } from '#shared/party/fields.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** What a column is for, read from a code such as "phone:mobile#2", "address.city:home" or "messenger.whatsapp". */
export interface ColumnCode {
  readonly target: ColumnTarget;
  readonly label: string;
  /** Which of several, from 0. */
  readonly group: number;
  readonly service?: (typeof messengerServices)[number];
  readonly party?: PartyType;
  /** This column holds the label of the values of another: of the phone, email or address with the same number. */
  readonly labels?: 'phone' | 'email' | 'address' | 'webPage';
}

const addressParts: Readonly<Record<string, ColumnTarget>> = {
  full: 'addressFull',
  street: 'addressStreet',
  extended: 'addressStreet',
  poBox: 'addressStreet',
  city: 'addressCity',
  region: 'addressRegion',
  postalCode: 'addressPostalCode',
  country: 'addressCountry',
};
const codePattern = /^([A-Za-z]+)(?:\.([A-Za-z]+))?(?::(.*?))?(?:#(\d+))?(?:@(company|contact))?$/s;

/**
 * Reads a code of the vocabulary that vCards and the tables of known programs are written in:
 * target[.part][:label][#number from 1][@company]. Null when the text is none.
 */
export function readColumnCode(code: string): ColumnCode | null {
  const [, name = '', part = '', label = '', number = '1', party] = codePattern.exec(code) ?? [];
  const common = { label, group: Number(number) - 1, ...(party === undefined ? {} : { party: party as PartyType }) };
  if (name === 'label' && part !== '') return { ...common, target: 'ignore', labels: part as 'phone' };
  if (name === 'address') {
    const target = part === '' ? 'addressFull' : addressParts[part];
    return target === undefined ? null : { ...common, target };
  }
  if (name === 'messenger') {
    const service = messengerServices.find((known) => known === part) ?? 'other';
    return { ...common, target: 'messenger', service };
  }
  const target = columnTargets.find((known) => known === name);
  return target === undefined || part !== '' ? null : { ...common, target };
}
