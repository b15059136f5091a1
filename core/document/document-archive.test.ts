import { describe, expect, it } from 'vitest';
import { createDocument } from '#core/document/commands.ts';
import { restoreArchive } from '#core/export/restore-archive.ts';
import { undoAct } from '#core/history/commands.ts';
import { exportAll, exportRecords, openTestData, readRecords } from '#test/factories/archives.ts';
import { buildDocx, paragraph } from '#test/factories/docx.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import { openSoldDeal } from '#test/factories/sold-deal.ts';

describe('an archive', () => {
  it('holds documents with their templates and payments, and brings them back to the last byte', async () => {
    const test = await openTestCore();
    const { client, core } = test;
    const { deal } = await openSoldDeal(test);
    const bytes = await buildDocx(paragraph('{number}'));
    const template = await client.document.addTemplate({ file: new File([new Uint8Array(bytes)], 'a.docx'), kind: 'quote' });
    const quote = await client.document.create({ kind: 'quote', dealId: deal.id });
    // A rule's document has an id that is no later than that of the one it is based on.
    core.store.performNow({ actor: core.owner(), kind: 'document', subject: '' }, (act) =>
      createDocument(act, { id: '00000000-rule', kind: 'invoice', dealId: deal.id, basedOn: quote.id }),
    );
    await client.document.deleteTemplate({ id: template.id });
    const { id } = await client.payment.create({ dealId: deal.id, amount: 500 });
    await client.payment.reverse({ id });
    const archive = await exportAll(core);
    const data = openTestData();
    const request = { actor: data.actor, files: data.files, path: archive, name: 'a.zip' };
    const { files, actId } = await restoreArchive(data.store, request);
    expect(files).toBe(1);
    const before = await readRecords(archive);
    expect(before['payment.jsonl']?.split('\n')).toHaveLength(3);
    expect(await exportRecords(data)).toEqual(before);
    await undoAct(data.store, { actor: data.actor, actId: actId ?? '', keepEdited: false });
    const left = await exportRecords(data);
    for (const entry of ['document', 'payment', 'number-series', 'document-template'])
      expect(left[`${entry}.jsonl`], entry).toBe('');
  });
});
