import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildXlsx } from '#core/import/readers/testing/build-xlsx.ts';
import { buildZip } from '#core/import/readers/testing/build-zip.ts';
import type { ZipPart } from '#core/import/readers/testing/build-zip.ts';
import { fileIdOf, inspect, upload } from '#test/attack/hand-over.ts';
import { buildDocx, paragraph } from '#test/factories/docx.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';
import type { TestAnswer, TestHost } from '#test/factories/start-test-host.ts';

const mebibyte = 1024 * 1024;

async function restore(host: TestHost, content: Uint8Array): Promise<TestAnswer> {
  return host.api('POST', '/export/restore', { fileId: await fileIdOf(host, 'cartera.zip', content) });
}

function filesOf(host: TestHost): readonly string[] {
  return readdirSync(dirname(host.dataDirectory), { recursive: true, encoding: 'utf8' }).filter(
    (path) => !/imports|cartera\.db|browser-key/.test(path),
  );
}

const escapes = [
  '../evil.txt',
  '../../../../../../tmp/evil.txt',
  '..\\..\\evil.txt',
  '/tmp/evil.txt',
  'C:\\evil.txt',
  'files/../../evil.txt',
  'files/../../../browser-key',
  `files/${'a'.repeat(64)}/../../../evil`,
  'files/..%2f..%2fevil',
  'xl/../../evil.xml',
  'evil\u0000.txt',
];

describe('a zip that would write beside its place (zip slip)', () => {
  it.each(escapes)('writes nothing for an entry %s', async (name) => {
    const host = await startTestHost();
    const exported = await exportedParts(host);
    const before = filesOf(host);
    const evil = { name, content: 'evil' };
    for (const { status } of [
      await restore(host, buildZip([...exported, evil])),
      await inspect(
        host,
        'list.xlsx',
        buildXlsx({ sheets: [{ name: 'A', rows: '<row r="1"><c><v>1</v></c></row>' }], parts: [evil] }),
      ),
    ])
      expect(status).toBeLessThan(500);
    const docx = Buffer.from(
      await buildDocx(paragraph('Hello'), { [name.replaceAll('\u0000', '')]: 'evil' }).catch(() => new Uint8Array()),
    );
    expect((await upload(host, '/document-templates', 'a.docx', docx, { kind: 'quote' })).status).toBeLessThan(500);
    const made = filesOf(host).filter((path) => !before.includes(path) && !path.startsWith(join('data', 'files')));
    expect(made).toEqual([]);
    expect(existsSync('/tmp/evil.txt')).toBe(false);
  });

  it('brings back attached files by what they are, not by what an entry is called', async () => {
    const host = await startTestHost();
    const parts = await exportedParts(host);
    const { id } = (await host.api('POST', '/contacts', { givenName: 'Ana' })).json<{ id: string }>();
    const hash = createHash('sha256').update('right').digest('hex');
    const at = 1_795_000_000_000;
    for (const bad of ['../../../browser-key', '..', `${'a'.repeat(63)}/`, hash.toUpperCase(), hash]) {
      const file = {
        id: `file-${bad.length}`,
        partyId: id,
        dealId: null,
        activityId: null,
        name: 'x',
        mediaType: '',
        size: 5,
        hash: bad,
        createdAt: at,
      };
      const entries = [
        ...parts.filter(({ name }) => name !== 'file.jsonl'),
        { name: 'file.jsonl', content: `${JSON.stringify(file)}\n` },
        { name: `files/${bad}`, content: 'wrong' },
      ];
      const answer = await restore(host, buildZip(entries));
      expect([answer.status, answer.json<{ code: string }>().code], bad).toEqual([422, 'ARCHIVE_UNREADABLE']);
    }
  });
});

describe('a zip that unfolds without end', () => {
  const bomb = Buffer.alloc(40 * mebibyte);
  const nested = buildZip([
    { name: 'a.zip', content: buildZip([{ name: 'b.zip', content: buildZip([{ name: 'c', content: bomb }]) }]) },
  ]);
  const sheet = 'xl/worksheets/sheet1.xml';
  const many = Array.from({ length: 20_000 }, (_, number) => ({ name: `part${number}.xml`, content: '' }));

  it.each<readonly [string, () => Buffer]>([
    ['of zeros', () => buildXlsx({ sheets: [{ name: 'A', rows: '' }], parts: [{ name: sheet, content: bomb }] })],
    [
      'that lies about its size',
      () => buildXlsx({ sheets: [{ name: 'A', rows: '' }], parts: [{ name: sheet, content: bomb, claimedSize: 10 }] }),
    ],
    [
      'of shared texts',
      () => buildXlsx({ sheets: [{ name: 'A', rows: '' }], strings: '<si><t>aaaaaaaa</t></si>'.repeat(1_500_000) }),
    ],
    [
      'of one cell',
      () =>
        buildXlsx({
          sheets: [{ name: 'A', rows: `<row r="1"><c t="inlineStr"><is><t>${'a'.repeat(20 * mebibyte)}</t></is></c></row>` }],
        }),
    ],
    [
      'of far cells',
      () =>
        buildXlsx({
          sheets: [
            {
              name: 'A',
              rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="99999999"><c r="ZZZZZ9"><v>1</v></c></row>',
            },
          ],
        }),
    ],
    [
      'of merged cells',
      () =>
        buildXlsx({
          sheets: [{ name: 'A', rows: '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>' }],
        }),
    ],
    ['in a zip in a zip', () => nested],
    ['of many entries', () => buildZip(many)],
    [
      'of repeated cells',
      () =>
        odsOf(
          '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>',
        ),
    ],
    [
      'of repeated spaces',
      () =>
        odsOf(
          '<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2000000000"/></text:p></table:table-cell></table:table-row>',
        ),
    ],
    ['that is a gzip', () => gzipSync(bomb)],
  ])('%s is refused or read within bounds, and nobody else waits for it', { timeout: 60_000 }, async (_what, content) => {
    const host = await startTestHost();
    const file = content();
    const before = process.memoryUsage().rss;
    for (const name of ['list.xlsx', 'list.ods']) {
      const answer = await inspect(host, name, file);
      expect(answer.status, answer.text.slice(0, 200)).toBeLessThan(500);
      expect(answer.text.length).toBeLessThan(4 * mebibyte);
    }
    expect((await restore(host, file)).status).toBe(422);
    expect((await upload(host, '/document-templates', 'a.docx', file, { kind: 'quote' })).status).toBe(422);
    expect(process.memoryUsage().rss - before).toBeLessThan(900 * mebibyte);
  });
});

function odsOf(rows: string): Buffer {
  const names = ['office', 'table', 'text']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  const content = `<?xml version="1.0"?><office:document-content ${names}><office:body><office:spreadsheet><table:table table:name="A">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return buildZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content },
  ]);
}

/** The entries of an empty base's archive. */
async function exportedParts({ port, key }: TestHost): Promise<readonly ZipPart[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/export`, { headers: { authorization: `Bearer ${key}` } });
  const { openZip, readZipPart } = await import('#core/import/readers/zip/open-zip.ts');
  const zip = await openZip(new Uint8Array(await answer.arrayBuffer()));
  const parts: ZipPart[] = [];
  for (const name of zip.names) parts.push({ name, content: await readZipPart(zip, name, 64 * mebibyte) });
  zip.close();
  return parts;
}
