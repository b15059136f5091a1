import type { ContactInput } from '#shared/contact/fields.ts';
import type { PartyKind } from '#shared/party/fields.ts';
import { makeAddress, pickTags } from '#core/demo/demo-party.ts';
import type { DemoContext } from '#core/demo/demo-party.ts';
import { toLatinLetters } from '#core/demo/latin-letters.ts';
import type { DemoCity, DemoName } from '#core/demo/locale.ts';
import type { DemoPhone } from '#core/demo/phone-book.ts';

export interface DemoContactRecord {
  readonly type: 'contact';
  /** Without phones: those stand beside, with their E.164 already known. */
  readonly input: Omit<ContactInput, 'phones'>;
  readonly phones: readonly DemoPhone[];
  /** Position among the companies made so far, from 0, of the one the contact works for. */
  readonly companyIndex?: number;
  readonly role?: string;
}

/** Reserved by RFC 2606: nobody can ever get a mail from a demo. */
const mailDomains = ['mail.example', 'correo.example', 'inbox.example', 'post.example'];
const kinds: readonly PartyKind[] = ['client', 'lead', 'partner', 'supplier', 'agent', 'other', 'competitor'];

/** A person of the context's language; as a member of a company where its position is given. */
export function makeDemoContact(context: DemoContext, companyIndex: number | undefined): DemoContactRecord {
  const { random, locale, trade } = context;
  const name = locale.makeName(random);
  const city = random.pickCommon(locale.cities);
  const phones = makePhones(context, city);
  const role = random.pickCommon(locale.roles);
  const input: DemoContactRecord['input'] = {
    ...name,
    jobTitle: companyIndex === undefined ? '' : role,
    birthday: random.chance(0.4) ? makeBirthday(context) : null,
    kind: random.chance(0.8) ? 'client' : random.pickCommon(kinds),
    tags: pickTags(context),
    source: random.chance(0.5) ? random.pickCommon(locale.sources) : '',
    preferences: random.chance(0.15) ? random.pick(locale.preferences) : '',
    notes: random.chance(0.3) ? random.pick(locale.trades[trade].notes) : '',
    emails: random.chance(0.65)
      ? [{ label: companyIndex === undefined ? 'home' : 'work', address: makeEmail(context, name) }]
      : [],
    addresses: random.chance(0.45) ? [makeAddress(context, city, 'home')] : [],
    messengers: makeMessengers(context, phones),
    preferredChannel: random.chance(0.2) ? random.pick(['call', 'messenger', 'email', 'sms'] as const) : null,
    doNotContact: random.chance(0.03) ? [random.pick(['sms', 'email', 'call'] as const)] : [],
  };
  return companyIndex === undefined ? { type: 'contact', input, phones } : { type: 'contact', input, phones, companyIndex, role };
}

function makePhones({ random, phoneBook, locale, atHome }: DemoContext, city: DemoCity): DemoPhone[] {
  const take = (kind: 'mobile' | 'landline', label: string) => phoneBook.take({ plan: locale.phones, city, kind, label, atHome });
  const phones = [take('mobile', 'mobile')];
  if (random.chance(0.25)) phones.push(take('landline', 'home'));
  if (random.chance(0.2)) phones.push(take('mobile', 'work'));
  return phones;
}

function makeEmail({ random, serial }: DemoContext, { givenName, familyName }: DemoName): string {
  const [given = ''] = toLatinLetters(givenName).split('.');
  const [family = ''] = toLatinLetters(familyName).split('.');
  return `${random.chance(0.8) ? given : given.charAt(0)}.${family}${serial}@${random.pickCommon(mailDomains)}`;
}

/** One in ten tells the day and keeps the year to themselves. */
function makeBirthday({ random }: DemoContext): string {
  const year = random.chance(0.1) ? 0 : 1942 + random.int(65);
  const parts = [
    String(year).padStart(4, '0'),
    ...[1 + random.int(12), 1 + random.int(28)].map((part) => String(part).padStart(2, '0')),
  ];
  return parts.join('-');
}

function makeMessengers(
  { random, locale }: DemoContext,
  [mobile]: readonly DemoPhone[],
): NonNullable<ContactInput['messengers']> {
  if (mobile === undefined || !random.chance(0.12)) return [];
  const service = ({ RU: 'telegram', GR: 'viber' } as const)[locale.country] ?? 'whatsapp';
  return [{ label: '', service, handle: mobile.e164 }];
}
