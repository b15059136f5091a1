import { splitValue, unescapeValue } from './parse-property.ts';
import type { VcfProperty } from './parse-property.ts';
import { labelOf } from './point-label.ts';
import { messengerOf } from './messenger.ts';
import { parseBirthday } from './parse-birthday.ts';

/** A card as values by column key, in the order of the vocabulary described at {@link readVcf}. */
export type CardFields = Map<string, string>;

/** Makes fields of a card's properties. Where a key comes again with the same label it gets "#2", "#3". */
export function readCardFields(properties: readonly VcfProperty[]): CardFields {
  const fields: CardFields = new Map();
  const ownLabels = new Map<string, string>();
  for (const { group, name, value } of properties) {
    if (group !== '' && name === 'X-ABLABEL') ownLabels.set(group, unescapeValue(value));
  }
  for (const property of properties) addProperty(fields, property, ownLabels.get(property.group));
  if (!fields.has('fullName')) addFallbackName(fields);
  return fields;
}

function addProperty(fields: CardFields, property: VcfProperty, ownLabel: string | undefined): void {
  const { name, value } = property;
  const text = () => unescapeValue(value);
  switch (name) {
    case 'N':
      return addName(fields, splitValue(value, ';'));
    case 'ORG': {
      const [company = '', ...departments] = splitValue(value, ';');
      setOnce(fields, 'companyName', company);
      return setOnce(fields, 'department', departments.filter((part) => part !== '').join(', '));
    }
    case 'TEL':
      return add(
        fields,
        'phone',
        labelOf(property, ownLabel),
        text()
          .replace(/^tel:(?=\S)/i, '')
          .replace(/;ext=/i, ' ext. '),
      );
    case 'EMAIL':
      return add(fields, 'email', labelOf(property, ownLabel), text().replace(/^mailto:/i, ''));
    case 'URL':
      return add(fields, 'webPage', labelOf(property, ownLabel), text());
    case 'ADR':
      return addAddress(fields, property, ownLabel);
    case 'BDAY':
      return setOnce(fields, 'birthday', parseBirthday(text(), property.parameters.has('X-APPLE-OMIT-YEAR')));
    case 'NOTE':
      return append(fields, 'notes', text(), '\n');
    case 'CATEGORIES':
      return append(fields, 'tags', splitValue(value, ',').join(', '), ', ');
    case 'X-GROUP':
    case 'X-GROUPS':
      return append(fields, 'groups', splitValue(value, ',').join(', '), ', ');
    default:
      return addSingle(fields, property);
  }
}

const singles: Readonly<Record<string, string>> = { FN: 'fullName', NICKNAME: 'nickname', TITLE: 'jobTitle' };

function addSingle(fields: CardFields, property: VcfProperty): void {
  const single = singles[property.name];
  if (single !== undefined) return setOnce(fields, single, unescapeValue(property.value));
  const messenger = messengerOf(property);
  if (messenger !== undefined) addNumbered(fields, `messenger.${messenger.service}`, messenger.handle);
}

function addName(fields: CardFields, [family = '', given = '', middle = '', , suffix = '']: readonly string[]): void {
  setOnce(fields, 'familyName', suffix === '' ? family : `${family} ${suffix}`.trim());
  setOnce(fields, 'givenName', given);
  setOnce(fields, 'middleName', middle);
}

const addressParts = ['street', 'city', 'region', 'postalCode', 'country'] as const;

function addAddress(fields: CardFields, property: VcfProperty, ownLabel: string | undefined): void {
  const [box = '', extended = '', street = '', ...places] = splitValue(property.value, ';');
  const parts = [[street, extended, box].filter((part) => part !== '').join(', '), ...places];
  if (parts.every((part) => part === '')) return;
  const label = labelOf(property, ownLabel);
  let number = 1;
  const keyOf = (part: string) => `address.${part}:${label}${number === 1 ? '' : `#${number}`}`;
  while (addressParts.some((part) => fields.has(keyOf(part)))) number += 1;
  for (const [i, part] of addressParts.entries()) if ((parts[i] ?? '') !== '') fields.set(keyOf(part), parts[i]!);
}

function add(fields: CardFields, target: string, label: string, value: string): void {
  addNumbered(fields, `${target}:${label}`, value);
}

function addNumbered(fields: CardFields, key: string, value: string): void {
  if (value === '') return;
  let number = 1;
  let numbered = key;
  while (fields.has(numbered) && fields.get(numbered) !== value) numbered = `${key}#${++number}`;
  fields.set(numbered, value);
}

function setOnce(fields: CardFields, key: string, value: string): void {
  if (value !== '' && !fields.has(key)) fields.set(key, value);
}

function append(fields: CardFields, key: string, value: string, glue: string): void {
  if (value !== '') fields.set(key, fields.has(key) ? `${fields.get(key)}${glue}${value}` : value);
}

/** 2.1 allows cards without FN. */
function addFallbackName(fields: CardFields): void {
  const parts = ['givenName', 'middleName', 'familyName'].flatMap((key) => fields.get(key) ?? []);
  setOnce(fields, 'fullName', parts.join(' '));
}
