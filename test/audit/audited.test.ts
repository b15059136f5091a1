import { expect, it, vi } from 'vitest';
import type { AuditKind } from '#shared/audit/kinds.ts';
import { allProcedures } from '#test/api/walk-contract.ts';
import { openCompany } from '#test/branches/company-of-two.ts';
import { makeTestDirectory, openTestCore } from '#test/factories/open-test-core.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';

vi.setConfig({ testTimeout: 60_000 });

type Client = TestCore['client'];
type Doing = (client: Client) => Promise<unknown>;

/** What is given to the audit, and as what: what can harm the shop or its clients when the wrong one does it. */
const audited: Readonly<Record<string, readonly [AuditKind, Doing]>> = {
  'contact.delete': ['delete', async (client) => client.contact.delete({ id: await contact(client) })],
  'company.delete': ['delete', async (client) => client.company.delete(await client.company.create({ name: 'Sol' }))],
  'party.deleteMany': ['delete', async (client) => client.party.deleteMany({ ids: [await contact(client)] })],
  'party.purgeMany': [
    'purge',
    async (client) => {
      const ids = [await contact(client)];
      await client.party.deleteMany({ ids });
      await client.party.purgeMany({ ids });
    },
  ],
  'deal.delete': ['delete', async (client) => client.deal.delete({ id: await deal(client) })],
  'deal.changeMany': [
    'delete',
    async (client) => client.deal.changeMany({ ids: [await deal(client), await deal(client)], change: { type: 'delete' } }),
  ],
  'task.delete': ['purge', async (client) => client.task.delete(await client.task.create({ title: 'Call' }))],
  'activity.delete': [
    'purge',
    async (client) =>
      client.activity.delete(await client.activity.create({ partyId: await contact(client), type: 'note', text: 'x' })),
  ],
  'file.delete': ['purge', async (client) => client.file.delete({ id: (await attached(client)).id })],
  'link.delete': [
    'purge',
    async (client) => {
      const { id: companyId } = await client.company.create({ name: 'Sol' });
      const { id } = await client.link.create({ contactId: await contact(client), companyId, role: '' });
      await client.link.delete({ id });
    },
  ],
  'customField.delete': [
    'purge',
    async (client) =>
      client.customField.delete(await client.customField.create({ label: 'Shoe', type: 'text', appliesTo: 'both' } as never)),
  ],
  'privacy.removeConsent': [
    'purge',
    async (client) => {
      const said = { purpose: 'mail', given: true, saidOn: '2026-01-01', source: '' };
      await client.privacy.removeConsent(await client.privacy.addConsent({ id: await contact(client), ...said }));
    },
  ],
  'privacy.erase': ['erase', async (client) => client.privacy.erase({ id: await contact(client), typedName: 'Ana' })],
  'privacy.export': ['export', async (client) => client.privacy.export({ id: await contact(client) })],
  'privacy.setPurposes': ['settings', (client) => client.privacy.setPurposes({ purposes: [{ id: 'x', name: 'X' }] })],
  'lead.reject': [
    'delete',
    async (client) => {
      const { id } = await client.lead.create({ name: 'Luis', phones: ['625607313'] });
      await client.lead.reject({ id, reason: 'Spam', removeCard: true });
    },
  ],
  'lead.merge': [
    'merge',
    async (client) => {
      const { id: partyId } = await client.contact.create({ givenName: 'Ana', phones: [{ raw: '625607313' }] });
      const { id } = await client.lead.create({ name: 'Ana', phones: ['625607313'] });
      await client.lead.merge({ id, partyId });
    },
  ],
  'lead.import': ['import', (client) => client.lead.import({ file: csv('leads.csv', 'Name,Phone\nEva,625607399\n') })],
  'product.import': [
    'import',
    (client) => client.product.import({ file: csv('prices.csv', 'Name,Price\nHinge,12\n'), dryRun: false } as never),
  ],
  'import.run': [
    'import',
    async (client) => {
      const { fileId } = await client.import.upload({ file: csv('list.csv', 'Name,Phone\nEva Sanz,625607388\n') });
      const { mapping } = await client.import.inspect({ fileId, country: 'ES' });
      await follow(client, (await client.import.run({ fileId, mapping, country: 'ES', duplicates: 'skip' })).jobId);
    },
  ],
  'import.errorsFile': [
    'export',
    async (client) => {
      const { fileId } = await client.import.upload({ file: csv('bad.csv', 'Name,Phone\nEva,625607377\n') });
      const { mapping } = await client.import.inspect({ fileId, country: 'ES' });
      const { jobId } = await client.import.run({ fileId, mapping, country: 'ES', duplicates: 'skip' });
      await follow(client, jobId);
      await client.import.errorsFile({ id: jobId });
    },
  ],
  'export.archive': ['export', (client) => client.export.archive()],
  'export.restore': [
    'import',
    async (client) => {
      const id = await contact(client);
      const { fileId } = await client.import.upload({ file: await client.export.archive() });
      await client.contact.update({ id, notes: 'changed since' });
      await client.export.restore({ fileId });
    },
  ],
  'party.exportList': ['export', (client) => client.party.exportList({ columns: ['title'] } as never)],
  'audit.export': ['export', (client) => client.audit.export({})],
  'task.exportCalendar': ['export', (client) => client.task.exportCalendar({})],
  'task.subscription': ['token', (client) => client.task.subscription()],
  'settings.createApiKey': ['token', (client) => client.settings.createApiKey({ name: 'Site' } as never)],
  'settings.deleteApiKey': [
    'token',
    async (client) => client.settings.deleteApiKey(await client.settings.createApiKey({ name: 'Site' } as never)),
  ],
  'settings.update': ['settings', (client) => client.settings.update({ clientCards: 'private' })],
  'people.create': ['people', (client) => client.people.create({ name: 'Pedro', role: 'seller' })],
  'people.update': [
    'rights',
    async (client) =>
      client.people.update({ id: (await client.people.create({ name: 'Pedro', role: 'seller' })).id, role: 'head' }),
  ],
  'people.archive': [
    'people',
    async (client) => client.people.archive({ id: (await client.people.create({ name: 'Pedro', role: 'seller' })).id }),
  ],
  'people.restore': [
    'people',
    async (client) => {
      const { id } = await client.people.create({ name: 'Pedro', role: 'seller' });
      await client.people.archive({ id });
      await client.people.restore({ id });
    },
  ],
  'people.createRole': ['rights', (client) => role(client)],
  'people.updateRole': ['rights', async (client) => client.people.updateRole({ id: await role(client), name: 'Other' })],
  'people.removeRole': ['rights', async (client) => client.people.removeRole({ id: await role(client) })],
  'people.createTeam': ['people', (client) => client.people.createTeam({ name: 'Morning' })],
  'people.updateTeam': [
    'people',
    async (client) => client.people.updateTeam({ ...(await client.people.createTeam({ name: 'Morning' })), name: 'Late' }),
  ],
  'people.removeTeam': [
    'people',
    async (client) => client.people.removeTeam(await client.people.createTeam({ name: 'Morning' })),
  ],
  'session.setPolicy': ['settings', (client) => client.session.setPolicy({ idleMinutes: 5 })],
  'session.endAll': ['signOut', (client) => client.session.endAll({})],
  'backup.run': ['backup', (client) => client.backup.run()],
  'backup.addPlace': ['backup', (client) => client.backup.addPlace({ path: makeTestDirectory() })],
  'backup.removePlace': [
    'backup',
    async (client) => client.backup.removePlace(await client.backup.addPlace({ path: makeTestDirectory() })),
  ],
  'backup.removeSetAside': ['backup', (client) => client.backup.removeSetAside()],
  'history.undo': [
    'undo',
    async (client) => {
      await client.contact.create({ givenName: 'Eva' });
      const { rows } = await client.history.acts({});
      await client.history.undo({ id: rows[0]?.id ?? '' });
    },
  ],
};

/** Audited too, with a test where they can be done: sessions, encryption, restoring, and what head office is asked. */
const auditedElsewhere = [
  'session.begin',
  'session.end',
  'session.setSecret',
  'session.recover',
  'encryption.turnOn',
  'encryption.turnOff',
  'encryption.changeKey',
  'encryption.changePassphrase',
  'encryption.renewCode',
  'backup.restore',
  'branch.create',
  'branch.update',
  'branch.archive',
  'branch.restore',
  'branch.moveClients',
  'branch.shareClient',
  'branch.invite',
  'branch.cancelInvite',
  'branch.makeFile',
  'branch.revoke',
  'branch.makeMain',
  'branch.startHub',
  'branch.useOtherHub',
  'branch.stopHub',
  'sync.join',
  'sync.openBranchFile',
  'sync.update',
  'sync.exportBundle',
];

/** Everyday work, what can be brought back from where it is, and what says nothing of clients. */
const everyday = [
  'party.restoreMany',
  'party.findDuplicates',
  'deal.restore',
  'automation.delete',
  'call.deleteScript',
  'document.deleteTemplate',
  'document.downloadTemplate',
  'pipeline.delete',
  'import.upload',
  'import.inspect',
  'import.plan',
  'import.result',
  'import.rows',
  'import.listTemplates',
  'import.saveTemplate',
  'import.deleteTemplate',
  'people.list',
  'people.me',
  'people.roles',
  'people.teams',
  'backup.state',
  'backup.list',
  'backup.look',
  'backup.preview',
  'file.download',
  'document.download',
  'privacy.preview',
  'privacy.erasures',
  'privacy.certificate',
  'settings.listApiKeys',
  'session.people',
  'session.lock',
  'session.unlock',
  'session.touch',
  'session.list',
  'session.policy',
  'session.log',
  'encryption.status',
  'encryption.prepareCode',
  'sync.importBundle',
  'branch.discardQuarantine',
];

const telling =
  /delete|remove|purge|erase|erasure|export|import|merge|restore|download|revoke|role|team|apikey|^people|^backup|^session|^encryption/i;

async function kindsAfter(client: Client, doing: Doing) {
  const before = (await client.audit.list({})).total;
  await doing(client);
  const { rows, total } = await client.audit.list({});
  return rows.slice(0, total - before).map(({ kind }) => kind);
}

it.each(Object.entries(audited))('keeps in the audit: %s', async (_name, [kind, doing]) => {
  const { client } = await openTestCore({ language: 'en' });
  expect((await kindsAfter(client, doing))[0]).toBe(kind);
});

it('says of every procedure that sounds so whether it is audited', () => {
  const said = new Set([...Object.keys(audited), ...auditedElsewhere, ...everyday]);
  const names = allProcedures().map(({ name }) => name);
  expect(names.filter((name) => telling.test(name) && !said.has(name))).toEqual([]);
  expect([...said].filter((name) => !names.includes(name))).toEqual([]);
});

it('keeps who let computers in and out, and moved clients', async () => {
  const { office, north, other } = await openCompany('private');
  const { client } = office;
  const kinds = async (doing: Doing) => {
    const before = (await client.audit.list({})).total;
    await doing(client as Client);
    const { rows, total } = await client.audit.list({});
    return rows.slice(0, total - before).map(({ kind, subject, details }) => [kind, subject, details['change'] ?? details['of']]);
  };
  const ana = await client.contact.create({ givenName: 'Ana' });
  expect(await kinds((c) => c.branch.moveClients({ ids: [ana.id], branchId: other.id }))).toEqual([['branch', 'Ana', 'clients']]);
  expect(await kinds((c) => c.branch.update({ id: other.id, name: 'South 2' }))).toEqual([['branch', 'South', 'changed']]);
  const { id } = await client.branch.invite({ branchId: other.id, name: 'Till 9' });
  expect(await kinds((c) => c.branch.cancelInvite({ id }))).toEqual([['branch', 'Till 9', 'inviteCancelled']]);
  const file = { branchId: other.id, name: 'Till 8', passphrase: 'a long passphrase' };
  expect((await kinds((c) => c.branch.makeFile(file))).map(([kind, , of]) => [kind, of])).toEqual([['export', 'branch']]);
  const till = (await client.branch.overview({ lateAfterDays: 0 } as never)).devices.find(({ name }) => name === 'Till 8');
  expect(await kinds((c) => c.branch.revoke({ id: till?.id ?? '' }))).toEqual([['branch', 'Till 8', 'computerShutOut']]);
  const { rows } = await north.client.audit.list({ kinds: ['branch'] });
  expect(rows.map(({ subject, details }) => [subject, details['change']])).toEqual([['Ventanas Sol', 'joined']]);
});

async function contact(client: Client) {
  return (await client.contact.create({ givenName: 'Ana' })).id;
}

async function deal(client: Client) {
  return (await client.deal.create({ partyId: await contact(client), title: 'Window' })).id;
}

async function attached(client: Client) {
  return client.file.attach({ id: await contact(client), file: new File(['x'], 'plan.txt', { type: 'text/plain' }) });
}

async function role(client: Client) {
  const seller = (await client.people.roles({})).find(({ id }) => id === 'seller');
  if (!seller) throw new Error('every shop has sellers');
  return (await client.people.createRole({ name: 'Own', rights: seller.rights })).id;
}

async function follow(client: Client, id: string) {
  await expect.poll(async () => (await client.job.get({ id })).state, { timeout: 30_000 }).toBe('done');
}

function csv(name: string, text: string) {
  return new File([text], name, { type: 'text/csv' });
}
