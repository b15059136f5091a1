/** An address as people type it ("192.168.1.10:4900") as it is asked; null when it can't be one. */
export function readAddress(typed: string): string | null {
  const url = URL.parse(/^[a-z]+:\/\//i.test(typed) ? typed : `http://${typed}`);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname === '' || url.username !== '') return null;
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
