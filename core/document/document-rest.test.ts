import { describe, expect, it } from 'vitest';
import { buildDocx, docxText, paragraph } from '#test/factories/docx.ts';
import { pdfPages } from '#test/factories/pdf-text.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';

interface Made {
  readonly id: string;
  readonly number: string;
  readonly isDefault: boolean;
}

async function openShop() {
  const { api, port, key } = await startTestHost();
  const root = `http://127.0.0.1:${port}/api/v1`;
  const headers = { authorization: `Bearer ${key}` };
  const post = async (path: string, body: object) => (await api('POST', path, body)).json<Made>();
  const ana = await post('/contacts', { givenName: 'Ana' });
  const deal = await post('/deals', { partyId: ana.id, title: 'Door', lines: [{ name: 'Oak door', unitPrice: 90_000 }] });
  const bytesAt = async (path: string) => new Uint8Array(await (await fetch(`${root}${path}`, { headers })).arrayBuffer());
  const upload = async (text: string, fields: Readonly<Record<string, string>>) => {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(await buildDocx(paragraph(text)))], 'ours.docx'));
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return fetch(`${root}/document-templates`, { method: 'POST', headers, body: form });
  };
  return { api, post, deal, bytesAt, upload };
}

describe('the REST API', () => {
  it('makes a quote, says it was accepted, takes a payment, and gives the quote as PDF and docx', async () => {
    const { api, post, deal, bytesAt } = await openShop();
    await api('PATCH', '/settings', { language: 'en', country: 'ES' });
    const quote = await post('/documents', { kind: 'quote', dealId: deal.id });
    const accepted = await post(`/documents/${quote.id}/status`, { status: 'accepted' });
    expect(accepted).toMatchObject({ status: 'accepted', number: quote.number });
    await post('/payments', { dealId: deal.id, amount: 40_000, method: 'card' });
    const payments = (await api('GET', `/payments?dealId=${deal.id}`)).json<object>();
    expect(payments).toMatchObject({ total: 1, sums: [{ agreed: 90_000, paid: 40_000, balance: 50_000 }] });
    const pdf = (await pdfPages(await bytesAt(`/documents/${quote.id}/pdf`))).join('\n');
    const docx = (await docxText(await bytesAt(`/documents/${quote.id}/docx`))).join('\n');
    for (const text of [pdf, docx]) for (const said of [quote.number, 'Oak door']) expect(text).toContain(said);
  });

  it('takes a template as a form sends it, and says what is wrong with one', async () => {
    const { upload } = await openShop();
    const kept = await upload('{number}', { kind: 'quote', language: 'es', isDefault: 'false' });
    expect(kept.status).toBe(201);
    expect(await kept.json()).toMatchObject({ name: 'ours', language: 'es', isDefault: false });
    const wrong = await upload('{nunber}', { kind: 'quote' });
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({
      code: 'TEMPLATE_WRONG',
      data: { problems: [{ code: 'unknownField', tag: '{nunber}', suggestion: '{number}' }] },
    });
  });
});
