import { describe, expect, it } from 'vitest';
import { buildXlsx } from '#core/import/readers/testing/build-xlsx.ts';
import { buildZip } from '#core/import/readers/testing/build-zip.ts';
import { inspect, upload } from '#test/attack/hand-over.ts';
import { buildDocx, paragraph } from '#test/factories/docx.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';

const mebibyte = 1024 * 1024;
const secret = 'root:';
const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x">]>';
const laughs = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]>`;

describe('XML that reaches for something else, or grows (XXE, entity bombs)', () => {
  it.each<readonly [string, string]>([
    ['an outer entity', external],
    ['entities of entities', laughs],
    ['an outer document type', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'],
  ])('%s is not followed', { timeout: 60_000 }, async (_what, type) => {
    const host = await startTestHost();
    const [entity] = type.includes('a30') ? ['&a30;'] : ['&e;'];
    const cell = `<row r="1"><c t="inlineStr"><is><t>${entity}</t></is></c></row>`;
    const sheet = `<?xml version="1.0"?>${type}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cell}</sheetData></worksheet>`;
    const spreadsheetXml = `<?xml version="1.0"?>${type}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="String">${entity}</Data></Cell></Row><Row><Cell><Data ss:Type="String">Ana</Data></Cell></Row></Table></Worksheet></Workbook>`;
    const flat = `<?xml version="1.0"?>${type}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><x>${entity}</x></office:document>`;
    const page = `${type}<html><body><table><tr><td>${entity}</td></tr><tr><td>Ana</td></tr></table></body></html>`;
    const card = `BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nPHOTO;VALUE=URI:file:///etc/passwd\nX-XML:${type}${entity}\nEND:VCARD\n`;
    const tried: readonly (readonly [string, Buffer])[] = [
      ['a.xlsx', buildXlsx({ sheets: [{ name: 'A', rows: '' }], parts: [{ name: 'xl/worksheets/sheet1.xml', content: sheet }] })],
      [
        'a.xlsx',
        buildXlsx({
          sheets: [{ name: 'A', rows: '' }],
          parts: [{ name: 'xl/workbook.xml', content: `${type}<workbook>${entity}</workbook>` }],
        }),
      ],
      [
        'a.ods',
        buildZip([
          { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
          { name: 'content.xml', content: `${type}<x>${entity}</x>` },
        ]),
      ],
      ['a.xls', Buffer.from(spreadsheetXml)],
      ['a.xml', Buffer.from(spreadsheetXml)],
      ['a.fods', Buffer.from(flat)],
      ['a.xls', Buffer.from(page)],
      ['a.html', Buffer.from(page)],
      ['a.vcf', Buffer.from(card)],
    ];
    for (const [name, content] of tried) {
      const begun = performance.now();
      const answer = await inspect(host, name, content);
      expect(answer.status, `${name}: ${answer.text.slice(0, 200)}`).toBeLessThan(500);
      expect(answer.text, name).not.toContain(secret);
      expect(answer.text.length, name).toBeLessThan(mebibyte);
      expect(performance.now() - begun, name).toBeLessThan(5000);
    }
    const body = paragraph(entity);
    const document = `${type}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
    const docx = await buildDocx('', { 'word/document.xml': document });
    const answer = await upload(host, '/document-templates', 'a.docx', docx, { kind: 'quote' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).not.toContain(secret);
  });
});
