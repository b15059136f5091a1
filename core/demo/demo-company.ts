import type { CompanyInput } from '#shared/company/fields.ts';
import { makeAddress, pickTags } from '#core/demo/demo-party.ts';
import type { DemoContext } from '#core/demo/demo-party.ts';
import { toLatinLetters } from '#core/demo/latin-letters.ts';
import type { DemoTrade } from '#core/demo/locale.ts';
import type { DemoPhone } from '#core/demo/phone-book.ts';

export interface DemoCompanyRecord {
  readonly type: 'company';
  /** Without phones: those stand beside, with their E.164 already known. */
  readonly input: Omit<CompanyInput, 'phones'>;
  readonly phones: readonly DemoPhone[];
}

const allTrades: readonly DemoTrade[] = ['other', 'wholesale', 'garage', 'salon', 'windows', 'online'];

/** Has no factor in common with ten million, so that every serial gets a number of its own, and not 00000001. */
const taxIdStride = 3_818_967;

/** A company of the context's language: the shop's own trade is one among those of its business customers. */
export function makeDemoCompany(context: DemoContext): DemoCompanyRecord {
  const { random, locale, phoneBook, atHome, serial } = context;
  const city = random.pickCommon(locale.cities);
  const plain = makePlainName(context, city.name);
  const legalForm = random.chance(0.85) ? random.pick(locale.legalForms) : '';
  const name = locale.nameCompany(plain, legalForm);
  const site = `${toLatinLetters(plain).replaceAll('.', '-')}-${serial}.example`;
  const take = (kind: 'mobile' | 'landline', label: string) => phoneBook.take({ plan: locale.phones, city, kind, label, atHome });
  return {
    type: 'company',
    phones: [take('landline', 'main'), ...(random.chance(0.3) ? [take('mobile', 'mobile')] : [])],
    input: {
      name,
      legalName: random.chance(0.2) ? name : '',
      kind: random.chance(0.75) ? 'client' : random.pick(['supplier', 'partner', 'lead', 'competitor'] as const),
      taxId: random.chance(0.8) ? locale.makeTaxId((serial * taxIdStride) % 10_000_000) : '',
      tags: pickTags(context),
      source: random.chance(0.4) ? random.pickCommon(locale.sources) : '',
      notes: random.chance(0.15) ? random.pick(locale.trades.wholesale.notes) : '',
      emails: random.chance(0.7) ? [{ label: 'main', address: `info@${site}` }] : [],
      webPages: random.chance(0.4) ? [{ label: '', url: `https://www.${site}` }] : [],
      addresses: random.chance(0.8) ? [makeAddress(context, city, 'main')] : [],
    },
  };
}

function makePlainName({ random, locale }: DemoContext, city: string): string {
  const { familyName } = locale.makeName(random);
  const special = random.pick(locale.companyWords).replace('%', /^(?:\p{Ll}+ )*\S+/u.exec(familyName)?.[0] ?? familyName);
  const name = random.pick(locale.trades[random.pick(allTrades)].companies).replace('%', special);
  return random.chance(0.25) ? `${name} ${city}` : name;
}
