import type { Act } from '#core/records/act.ts';
import { generateDemo } from '#core/demo/generate-demo.ts';
import { linkRecord } from '#core/link/link.ts';
import { createParty } from '#core/party/commands.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord } from '#core/records/write.ts';

export interface DemoRequest {
  readonly contacts: number;
  readonly seed: number;
  readonly trade?: string;
  readonly country?: string;
}

export interface DemoCounts {
  readonly contacts: number;
  readonly companies: number;
}

/** Adds invented people and companies; the same seed gives the same ones. */
export function createDemo(act: Act, request: DemoRequest, report: (done: number) => void = () => undefined): DemoCounts {
  const companyIds: string[] = [];
  let contacts = 0;
  for (const record of generateDemo(request)) {
    const outcome = createParty(act, record.type, { ...record.input, phones: record.phones });
    if (outcome.type !== 'created') continue;
    if (record.type === 'company') companyIds.push(outcome.party.id);
    else {
      contacts += 1;
      const companyId = record.companyIndex === undefined ? undefined : companyIds[record.companyIndex];
      if (companyId !== undefined) {
        createRecord(act, linkRecord, {
          id: newId(),
          contactId: outcome.party.id,
          companyId,
          role: record.role ?? '',
          createdAt: act.at,
        });
      }
      if (contacts % 1000 === 0) report(contacts);
    }
  }
  return { contacts, companies: companyIds.length };
}
