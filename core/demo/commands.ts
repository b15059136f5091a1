import type { Act } from '#core/records/act.ts';
import { createDemoSales } from '#core/demo/demo-sales.ts';
import { generateDemo } from '#core/demo/generate-demo.ts';
import type { Language } from '#shared/settings/contract.ts';
import { linkRecord } from '#core/link/link.ts';
import { createParty } from '#core/party/commands.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord } from '#core/records/write.ts';

export interface DemoRequest {
  readonly contacts: number;
  readonly seed: number;
  readonly trade?: string;
  readonly country?: string;
  /** Sales come along, in the shop's language; its pipeline has to be there, see `prepareForSales`. */
  readonly sales?: { readonly language: Language } | undefined;
}

export interface DemoCounts {
  readonly contacts: number;
  readonly companies: number;
  readonly deals: number;
  readonly leads: number;
}

/** Invented people and companies that are added bit by bit, since a million of them are too many for one act. */
export interface Demo {
  /** Adds the next so many contacts, and the companies before them. @returns how many there were left to add */
  addNext(act: Act, contacts: number): Pick<DemoCounts, 'contacts' | 'companies'>;
}

/** With sales, most clients are from around the shop. */
const homeShareWithSales = 0.93;

/** Adds invented people and companies, and where asked for their deals and all that belongs to them; the same seed gives the same ones. */
export function createDemo(act: Act, request: DemoRequest): DemoCounts {
  const afterParty = act.tx.readColumn<[], number | null>('SELECT max(seq) FROM party').get() ?? 0;
  const people = startDemo(request).addNext(act, request.contacts);
  const { seed, sales } = request;
  const made = sales ? createDemoSales(act, { seed, afterParty, contacts: people.contacts }) : { deals: 0, leads: 0 };
  return { ...people, ...made };
}

/** The same seed gives the same people and companies, however they are divided among acts. */
export function startDemo(request: DemoRequest): Demo {
  const { sales } = request;
  const records = generateDemo({ ...request, ...(sales && { language: sales.language, homeShare: homeShareWithSales }) });
  const companyIds: string[] = [];
  return {
    addNext(act, wanted) {
      const companiesBefore = companyIds.length;
      let contacts = 0;
      while (contacts < wanted) {
        const next = records.next();
        if (next.done) break;
        const record = next.value;
        const outcome = createParty(act, record.type, { ...record.input, phones: record.phones });
        if (outcome.type !== 'created') continue;
        const { id } = outcome.party;
        if (record.type === 'company') {
          companyIds.push(id);
          continue;
        }
        contacts += 1;
        const companyId = record.companyIndex === undefined ? undefined : companyIds[record.companyIndex];
        if (companyId !== undefined) linkContact(act, { contactId: id, companyId, role: record.role ?? '' });
      }
      return { contacts, companies: companyIds.length - companiesBefore };
    },
  };
}

function linkContact(act: Act, link: { readonly contactId: string; readonly companyId: string; readonly role: string }) {
  createRecord(act, linkRecord, { id: newId(), ...link, createdAt: act.at });
}
