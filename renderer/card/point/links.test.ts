import { describe, expect, it } from 'vitest';
import { callLink, mailLink, messengerLink, webLink, whatsappLink } from '#renderer/card/point/links.ts';

describe('links of a card', () => {
  it('calls a phone however it was typed', () => {
    expect(callLink('+34 600 100-200')).toBe('tel:+34600100200');
    expect(whatsappLink('+34600100200')).toBe('https://wa.me/34600100200');
  });

  it('keeps what was typed as an email from adding a subject or a copy of its own', () => {
    expect(mailLink('ana@example.es')).toBe('mailto:ana@example.es');
    expect(mailLink('ana@example.es?bcc=x@y.z')).toBe('mailto:ana@example.es%3Fbcc%3Dx@y.z');
  });

  it('completes the address of a page', () => {
    expect(webLink('example.es/tienda')).toBe('https://example.es/tienda');
    expect(webLink('http://example.es')).toBe('http://example.es/');
    expect(webLink('example.es:8080/a')).toBe('https://example.es:8080/a');
    expect(webLink('εταιρεία.gr')).toMatch(/^https:\/\/xn--/);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'no page', 'word'])('does not open %s', (typed) => {
    expect(webLink(typed)).toBeNull();
  });

  it('opens a chat by number or by name', () => {
    expect(messengerLink({ service: 'whatsapp', handle: '+34 600 100 200' })).toBe('https://wa.me/34600100200');
    expect(messengerLink({ service: 'telegram', handle: '@ana_lopez' })).toBe('https://t.me/ana_lopez');
    expect(messengerLink({ service: 'viber', handle: '+7 912 345-67-89' })).toBe('viber://chat?number=%2B79123456789');
    expect(messengerLink({ service: 'instagram', handle: 'https://www.instagram.com/ana' })).toBe(
      'https://www.instagram.com/ana',
    );
    expect(messengerLink({ service: 'whatsapp', handle: 'ana' })).toBeNull();
    expect(messengerLink({ service: 'other', handle: 'ana' })).toBeNull();
    expect(messengerLink({ service: 'telegram', handle: 'javascript:alert(1)' })).toBeNull();
  });
});
