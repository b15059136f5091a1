import { createRouterClient } from '@orpc/server';
import type { RouterClient } from '@orpc/server';
import type { Core } from '#core/core.ts';
import { createEntrance } from '#core/entrance/entrance.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { recordTypeNamed } from '#core/records/record-type.ts';
import { router } from '#core/router.ts';
import { writeState } from '#core/sync/write-state.ts';
import { createTestClock } from '#test/factories/test-clock.ts';
import { createMarks } from '#test/rights/marks.ts';
import type { Marks, RecordMarks } from '#test/rights/marks.ts';
import { openWaysIn } from '#test/rights/ways-in.ts';
import type { WaysIn } from '#test/rights/ways-in.ts';

type Client = RouterClient<typeof router>;

/** A shop with a few records of each kind, all of whose values can be recognised. */
export interface MarkedShop {
  readonly core: Core;
  readonly directory: string;
  readonly owner: Client;
  readonly marks: Marks;
  readonly users: readonly string[];
  readonly teams: readonly string[];
  readonly branches: readonly string[];
  /** Kept nowhere any more but in what undoing needs. */
  readonly purged: readonly string[];
  readonly ways: WaysIn;
  close(): Promise<void>;
}

const at = Date.UTC(2026, 10, 22, 11);
const day = 86_400_000;

export async function openMarkedShop(directory: string): Promise<MarkedShop> {
  const entrance = createEntrance({ dataDirectory: directory, clock: createTestClock(at) });
  await entrance.opened();
  const core = entrance.core();
  if (!core) throw new Error('the shop didn’t open');
  const context = () => ({ core, actor: core.owner(), apiAddress: 'http://127.0.0.1:1' });
  const owner = createRouterClient(router, { context });
  const marks = createMarks();
  await owner.settings.update({ country: 'ES', language: 'en', timeZone: 'Europe/Madrid', shopName: 'Shop' });
  for (const name of ['North', 'South'])
    await core.store.perform({ actor: core.owner(), kind: 'branch', subject: '' }, (act) => addBranch(act, name));
  const branches = core.store.db.readColumn<[], string>('SELECT id FROM branch ORDER BY id').all();
  const teams = [await owner.people.createTeam({ name: 'Blue' }), await owner.people.createTeam({ name: 'Red' })].map(
    ({ id }) => id,
  );
  const people = [];
  for (const name of ['Eva', 'Leo', 'Ida', 'Max']) people.push(await owner.people.create({ name, role: 'seller' }));
  for (const name of ['First', 'Second'])
    await owner.pipeline.create({
      name,
      stages: ['One', 'Two', 'Three'].map((stage) => ({ name: stage, probability: 30 })),
    } as never);
  const call = {
    type: 'createTask',
    taskType: 'call',
    title: 'Call',
    assignee: { type: 'owner' },
    due: { type: 'after', amount: 15, unit: 'minutes' },
  };
  await owner.automation.create({ name: 'Rule', isOn: false, event: { type: 'leadCame' }, actions: [call] } as never);
  await owner.customField.create({ key: 'size', label: 'Size', type: 'text' } as never);
  // The usual one is made when somebody looks for the first time.
  await owner.product.priceLists();
  const users = [core.owner().userId, ...people.map(({ id }) => id)];
  const purged = await fill({ core, owner, marks, users, branches, context });
  const keys = new Map<string, string>();
  for (const userId of users) keys.set(userId, (await owner.settings.createApiKey({ name: 'Hers', userId })).key);
  const ways = await openWaysIn({ entrance, directory, keys });
  async function close() {
    await ways.close();
    await entrance.close();
  }
  return { core, directory, owner, marks, users, teams, branches, purged, ways, close };
}

function addBranch(act: Act, name: string) {
  put(act, 'branch', { name, number: name.length, address: '', phone: '', createdAt: act.at, archivedAt: null });
}

/** Writes a record of any kind as it is. */
function put(act: Act, name: string, fields: Readonly<Record<string, unknown>>): string {
  const id = newId();
  writeState(act, recordTypeNamed(name), { type: name, id, base: act.nextStamp(), gone: null, stamps: {}, fields, authors: {} });
  return id;
}

interface Filling extends Pick<MarkedShop, 'core' | 'owner' | 'marks' | 'users' | 'branches'> {}

async function fill(shop: Filling & { context(): object }): Promise<readonly string[]> {
  const { core, owner, marks, users } = shop;
  const contacts: string[] = [];
  const companies: string[] = [];
  for (let index = 0; index < 8; index += 1) contacts.push(await addContact(shop, index));
  for (let index = 0; index < 4; index += 1) companies.push(await addCompany(shop));
  for (let index = 0; index < 5; index += 1) {
    const link = marks.of('link');
    link.settle(
      (await owner.link.create({ contactId: contacts[index]!, companyId: companies[index % 4]!, role: link.word() })).id,
    );
  }
  const parties = [...contacts, ...companies];
  const stages = (await owner.pipeline.list()).flatMap(({ id, stages: own }) => own.map((stage) => [id, stage.id] as const));
  const deals: string[] = [];
  for (let index = 0; index < 8; index += 1)
    deals.push(
      await addDeal(shop, { partyId: parties[index % parties.length]!, stageId: stages[(index * 3) % stages.length]![1] }),
    );
  await addLeads(shop, parties);
  for (let index = 0; index < 12; index += 1) {
    const task = marks.of('task');
    const dealId = index % 3 === 0 ? deals[index % deals.length]! : null;
    const partyId = index % 3 === 1 ? parties[index % parties.length]! : null;
    const made = await owner.task.create({
      type: index % 2 ? 'call' : 'visit',
      title: task.word(),
      text: task.word(),
      location: task.word('addresses'),
      dueAt: at + (index - 4) * day,
      assigneeId: users[index % users.length]!,
      ...(dealId && { dealId }),
      ...(partyId && { partyId }),
    });
    task.settle(made.id);
    if (index % 5 === 4) await owner.task.done({ id: made.id, result: 'Done' });
  }
  for (const [index, partyId] of parties.entries()) {
    const note = marks.of('activity');
    note.settle(
      (await owner.activity.create({ partyId, type: index % 2 ? 'call' : 'note', text: note.word(), phone: note.phone() })).id,
    );
    const consent = marks.of('consent');
    consent.settle(
      (
        await owner.privacy.addConsent({
          id: partyId,
          purpose: 'mail',
          given: true,
          saidOn: '2026-11-20',
          source: consent.word(),
          note: consent.word(),
        } as never)
      ).id,
    );
  }
  for (const [index, dealId] of deals.entries()) await hangOn(shop, { dealId, index });
  const gone = await purgeSome(shop);
  await core.store.perform({ actor: core.owner(), kind: 'update', subject: '' }, (act) => tellOf(act, shop, { parties, deals }));
  return gone;
}

function partyFields(mark: RecordMarks) {
  return {
    phones: [{ raw: mark.phone() }],
    emails: [{ address: `${mark.word('emails')}@home.test` }],
    addresses: [{ street: mark.word('addresses'), city: mark.word('addresses') }],
    messengers: [{ handle: mark.word('messengers') }],
    taxId: mark.word('taxId'),
    notes: mark.word('notes'),
    preferences: mark.word('notes'),
    source: mark.word('source'),
    tags: [mark.word()],
    groups: [mark.word()],
    custom: { size: mark.word('custom:size') },
  };
}

async function addContact({ owner, marks }: Filling, index: number): Promise<string> {
  const mark = marks.of('party');
  // Some of them are known by a phone alone.
  const name = index % 3 === 1 ? {} : { givenName: mark.word(), familyName: mark.word() };
  const { id } = await owner.contact.create({ ...name, ...partyFields(mark), jobTitle: mark.word(), birthday: mark.birthday() });
  mark.settle(id);
  await owner.contact.update({ id, notes: mark.word('notes'), phones: [{ raw: mark.phone() }] });
  return id;
}

async function addCompany({ owner, marks }: Filling): Promise<string> {
  const mark = marks.of('party');
  const { id } = await owner.company.create({
    name: mark.word(),
    legalName: mark.word(),
    ...partyFields(mark),
    industry: mark.word(),
  });
  mark.settle(id);
  return id;
}

async function addDeal(
  { owner, marks }: Filling,
  { partyId, stageId }: { readonly partyId: string; readonly stageId: string },
): Promise<string> {
  const mark = marks.of('deal');
  const line = { name: mark.word(), description: mark.word(), place: mark.word(), unitPrice: mark.money(), taxRate: 0 };
  const { id } = await owner.deal.create({
    partyId,
    stageId,
    title: mark.word(),
    source: mark.word('source'),
    siteAddress: mark.word('addresses'),
    notes: mark.word('dealNotes'),
    custom: { size: mark.word('custom:size') },
    expectedClose: '2026-12-01',
    lines: [line],
  });
  mark.settle(id);
  await owner.deal.update({ id, notes: mark.word('dealNotes') });
  return id;
}

async function addLeads({ owner, marks }: Filling, parties: readonly string[]) {
  for (let index = 0; index < 6; index += 1) {
    // What an accepted request says becomes its deal's.
    const mark = marks.of(index === 5 ? 'deal' : 'lead');
    const lead = await owner.lead.create({
      title: mark.word(),
      name: mark.word(),
      phones: [mark.phone()],
      emails: [`${mark.word('emails')}@ask.test`],
      text: mark.word(index === 5 ? 'plain' : 'phones'),
      source: mark.word('source'),
      channel: 'form',
      partyId: parties[index * 2]!,
    });
    mark.settle(lead.id);
    if (index === 4) await owner.lead.reject({ id: lead.id, reason: mark.word() });
    if (index === 5) mark.settle((await owner.lead.accept({ id: lead.id })).dealId);
    if (index < 2) {
      const task = marks.of('task');
      task.settle((await owner.task.create({ type: 'call', title: task.word(), leadId: lead.id, dueAt: at + day })).id);
    }
  }
}

async function hangOn({ owner, marks }: Filling, { dealId, index }: { readonly dealId: string; readonly index: number }) {
  const deal = await owner.deal.get({ id: dealId });
  const file = marks.of('file');
  const content = new File([`${file.word()} ${file.word()}`], `${file.word()}.txt`, { type: 'text/plain' });
  file.settle((await owner.file.attach({ id: deal.partyId, file: content, ...(index % 2 && { dealId }) })).id);
  const note = marks.of('activity');
  note.settle((await owner.activity.create({ partyId: deal.partyId, dealId, type: 'note', text: note.word() })).id);
  const contacts = (await owner.party.list({ limit: 500 })).rows.filter(({ id }) => id !== deal.partyId);
  await owner.deal.setContacts({ id: dealId, contacts: [{ partyId: contacts[index % contacts.length]!.id, role: 'pays' }] });
  if (index > 4) return;
  const document = marks.of('document');
  const made = await owner.document.create({
    dealId,
    kind: index === 0 ? 'dealReport' : 'quote',
    notes: document.word('dealNotes'),
  });
  document.settle(made.id);
  const payment = marks.of('payment');
  const paid = { dealId, amount: payment.money(), note: payment.word(), paidOn: '2026-11-21', method: 'cash' } as const;
  payment.settle((await owner.payment.create(paid as never)).id);
  if (index === 3) await owner.deal.win({ id: dealId });
  if (index !== 4) return;
  const lost = marks.of('deal');
  lost.settle(dealId);
  await owner.deal.lose({ id: dealId, reasonId: null, note: lost.word('dealNotes') });
}

async function purgeSome({ owner, marks }: Filling): Promise<readonly string[]> {
  const mark = marks.of('party');
  const { id } = await owner.contact.create({ givenName: mark.word(), ...partyFields(mark) });
  mark.settle(id);
  await owner.party.deleteMany({ ids: [id] });
  await owner.party.purgeMany({ ids: [id] });
  return [id];
}

interface Told {
  readonly parties: readonly string[];
  readonly deals: readonly string[];
}

/** What tells of records besides the history: notices, runs of rules, conflicts. */
function tellOf(act: Act, { marks, users }: Filling, { parties, deals }: Told) {
  const automationId = act.tx.readColumn<[], string>('SELECT id FROM automation LIMIT 1').get();
  for (const [index, userId] of users.entries()) {
    const notice = marks.of('notice');
    notice.settle(
      put(act, 'notice', {
        userId,
        kind: 'rule',
        at: act.at,
        text: notice.word(),
        params: { title: notice.word() },
        recordType: 'deal',
        recordId: deals[index],
        readAt: null,
        createdAt: act.at,
        branchId: null,
      }),
    );
    const run = marks.of('automation_run');
    const runId = put(act, 'automation_run', {
      automationId,
      recordType: 'deal',
      recordId: deals[index],
      dealId: deals[index],
      partyId: parties[index],
      at: act.at,
      why: { event: 'leadCame', detail: run.word() },
      status: 'done',
      steps: [],
      branchId: null,
    });
    run.settle(runId);
    const step = marks.of('automation_step');
    step.settle(
      put(act, 'automation_step', {
        runId,
        step: 0,
        action: { type: 'webhook', body: step.word() },
        dueAt: act.at + 9e11,
        attempts: 0,
        status: 'waiting',
        error: step.word(),
      }),
    );
    const conflict = marks.of('conflict');
    conflict.settle(
      put(act, 'conflict', {
        recordType: 'party',
        recordId: parties[index],
        field: 'notes',
        keptValue: conflict.word(),
        keptBy: 'Eva',
        keptStamp: act.nextStamp(),
        keptBranchId: null,
        lostValue: conflict.word(),
        lostBy: 'Leo',
        lostStamp: act.nextStamp(),
        lostBranchId: null,
        status: 'open',
        resolvedBy: null,
        resolvedAt: null,
        createdAt: act.at,
      }),
    );
  }
}
