import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openZip, readZipPart } from '#core/import/readers/zip/open-zip.ts';
import { readDocxParts } from '#core/document/docx-parts.ts';
import { mailLink, messengerLink, webLink } from '#renderer/card/point/links.ts';
import { messengerServices } from '#shared/party/fields.ts';
import { docxText } from '#test/factories/docx.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';

const script = '<script>alert(1)</script>';
const formulas = [
  '=1+1',
  '+1+cmd|calc',
  '-1+cmd|calc',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '=HYPERLINK("http://evil.example","x")',
  ' =1+1',
  '\u00A0=1+1',
  '\uFEFF=1+1',
  '＝1+1',
];

/** Cells that a spreadsheet would work out: what begins so, after the blanks that it skips. */
function formulaCells(csv: string): readonly string[] {
  const cells = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter: ';' }).data.flat();
  return cells.filter(
    (cell) => /^[\s\uFEFF]*[=@＝]/.test(cell) || /^[\t\r]/.test(cell) || /^\s*[+-](?![\d\s().,+-]*$)/.test(cell),
  );
}

describe('a sheet for a spreadsheet', () => {
  it('holds no formula that somebody typed as a name, in cells or in headers', async () => {
    const { client } = await openTestCore();
    for (const formula of formulas) {
      const field = await client.customField.create({ label: formula, type: 'text' }).catch(() => undefined);
      const custom = field === undefined ? {} : { [field.key]: formula };
      await client.contact.create({
        givenName: formula,
        familyName: formula,
        notes: formula,
        jobTitle: formula,
        source: formula,
        custom,
      });
      await client.company.create({ name: formula, legalName: formula, industry: formula, taxId: formula, tags: [formula] });
    }
    const archive = await client.export.archive();
    const zip = await openZip(new Uint8Array(await archive.arrayBuffer()));
    const sheets = zip.names.filter((name) => name.endsWith('.csv'));
    expect(sheets.length).toBeGreaterThanOrEqual(2);
    for (const name of sheets) expect(formulaCells((await readZipPart(zip, name)).toString('utf8')), name).toEqual([]);
    zip.close();
  });

  it('of rows that were not imported holds none either', async () => {
    const { client } = await openTestCore();
    const rows = formulas.map((formula) => `"${formula.replaceAll('"', '""')}";"${formula.replaceAll('"', '""')}"`);
    const header = '"=cmd|calc";"+header"';
    const file = new File([[header, ...rows, 'x;y'].join('\n')], 'list.csv');
    const { fileId } = await client.import.upload({ file });
    const { mapping } = await client.import.inspect({ fileId, country: 'ES' });
    const columns = mapping.columns.map((column, index) => ({
      ...column,
      target: index === 0 ? ('birthday' as const) : ('ignore' as const),
    }));
    const { jobId } = await client.import.plan({ fileId, country: 'ES', mapping: { ...mapping, columns } });
    await expect.poll(async () => (await client.job.get({ id: jobId })).state, { timeout: 15_000 }).toBe('done');
    const text = await (await client.import.errorsFile({ id: jobId })).text();
    expect(text.split('\n').length).toBeGreaterThan(5);
    expect(formulaCells(text)).toEqual([]);
  });
});

describe('a calendar that others follow', () => {
  it('holds one event for one task, whatever is written in it', async () => {
    const { client } = await openTestCore();
    const breaks = ['\r\n', '\n', '\r', '\u2028', '\u0085', '\u000B', '\\n', '\\\r\n'];
    for (const [index, mark] of breaks.entries()) {
      const evil = `Call${mark}END:VEVENT${mark}BEGIN:VEVENT${mark}UID:evil${mark}ATTACH:file:///etc/passwd${mark}SUMMARY:evil`;
      const task = {
        title: evil,
        text: evil,
        location: evil,
        type: 'call' as const,
        dueAt: 1_795_000_000_000 + index * 3_600_000,
      };
      await client.task.create(task).catch(() => client.task.create({ ...task, title: 'Call' }));
    }
    const text = await (await client.task.exportCalendar({})).text();
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent');
    expect(events).toHaveLength(breaks.length);
    for (const event of events) {
      expect(String(event.getFirstPropertyValue('uid'))).toMatch(/@cartera$/);
      expect(event.getAllProperties('attach')).toEqual([]);
      expect(event.getAllProperties('uid')).toHaveLength(1);
    }
    // Lines end as they should, and in no other way that a reader might take for an end.
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u000B\u000C]/);
  });
});

describe('a document', () => {
  it('shows what was typed as text: no field, no markup, no link to elsewhere', async () => {
    const { client } = await openTestCore({ trade: 'windows', firstRunDone: true });
    const evils = [
      script,
      ']]>',
      '<w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText>',
      '{{7*7}}',
      '{client.name}',
      '{#loop}',
      '&lt;b&gt;',
      '&e;',
      '\u0000\u0008\uFFFE',
    ];
    const { id: partyId } = await client.contact.create({ givenName: evils.join(' '), notes: evils.join(' ') });
    const lines = evils.map((name) => ({ name: `Line ${name}`, unitPrice: 100 }));
    const { id: dealId } = await client.deal.create({ partyId, title: evils.join(' '), lines });
    const { id } = await client.document.create({ kind: 'quote', dealId });
    const docx = new Uint8Array(await (await client.document.download({ id, format: 'docx' })).arrayBuffer());
    const texts = (await docxText(docx)).join('\n');
    for (const evil of evils.slice(0, 8)) expect(texts).toContain(evil);
    expect(texts).not.toContain('49');
    const parts = await readDocxParts(docx);
    const xml = parts.type === 'read' ? parts.texts.join('') : '';
    expect(xml).not.toMatch(/<script|<w:instrText>INCLUDETEXT|<!DOCTYPE|TargetMode="External"/);
    const pdf = Buffer.from(await (await client.document.download({ id, format: 'pdf' })).arrayBuffer()).toString('latin1');
    expect(pdf).not.toMatch(/\/(JavaScript|JS|Launch|URI|GoToR|SubmitForm|EmbeddedFile|OpenAction)\b/);
  });
});

describe('a page of the program', () => {
  it('is given to nobody with words of an address or a language in it', async () => {
    const { call, key } = await startTestHost();
    for (const path of [
      `/${encodeURIComponent(script)}`,
      `/?key=${encodeURIComponent(script)}`,
      `/?x=${encodeURIComponent(`"${script}`)}`,
    ])
      for (const headers of [{ accept: 'text/html', 'accept-language': `${script},en` }, { cookie: `cartera=${script}` }]) {
        const { text } = await call({ path, headers });
        expect(text).not.toContain('alert(1)');
        expect(text).not.toContain(key);
      }
  });

  it('puts nothing into the page as markup', () => {
    // React writes texts as texts: these are its ways around that.
    const found: string[] = [];
    const { globSync } = process.getBuiltinModule('node:fs');
    const root = join(import.meta.dirname, '../..');
    for (const path of globSync('renderer/**/*.{ts,tsx}', { cwd: root })) {
      if (/\.test\.tsx?$/.test(path)) continue;
      const text = readFileSync(join(root, path), 'utf8');
      if (
        /dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(|srcDoc|createContextualFragment/.test(
          text,
        )
      )
        found.push(path);
    }
    expect(found).toEqual([]);
  });
});

describe('a link that somebody typed', () => {
  const evils = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//.com',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'ms-msdt:/id',
    'blob:http://x',
    '\\\\server\\share',
    'https://good.example@evil.example:x',
  ];

  it.each(evils)('%j starts no script and no program', (evil) => {
    const messengers = messengerServices.map((service) => messengerLink({ service, handle: evil }));
    for (const link of [webLink(evil), mailLink(evil), ...messengers]) {
      if (link === null) continue;
      expect(link).toMatch(/^(https?:\/\/|mailto:|tel:|viber:|tg:|skype:|weixin:|sgnl:)/);
      expect(new URL(link).protocol).not.toMatch(/^(javascript|data|file|vbscript|blob|ms-)/);
    }
  });
});
