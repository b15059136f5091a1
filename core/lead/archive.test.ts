import { expect, it } from 'vitest';
import { restoreArchive } from '#core/export/restore-archive.ts';
import { exportAll, exportRecords, openTestData } from '#test/factories/archives.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

it('takes requests and scripts along in a full export, and brings them back to the last field', async () => {
  const { core, client } = await openTestCore();
  const lead = await client.lead.create({
    name: 'Ana',
    phones: ['625607313'],
    details: { gclid: 'x' },
    externalId: '17',
    source: 'site',
  });
  await client.lead.accept({ id: lead.id });
  await client.lead.create({ name: 'Luis', companyName: 'Norte' });
  await client.call.create({ phone: '611222333' });
  await client.call.createScript({ name: 'First', steps: [{ text: 'Hello' }] });
  const path = await exportAll(core);
  const copy = openTestData();
  await restoreArchive(copy.store, { ...copy, path, name: 'cartera.zip', dryRun: false });
  const records = await exportRecords(copy);
  expect(records).toEqual(await exportRecords(core));
  expect(records['lead.jsonl']?.trim().split('\n')).toHaveLength(3);
  expect(records['call-script.jsonl']).toContain('Hello');
});
