/** Hands a file to the browser, which keeps it among the user's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; the browser holds the content as long as it needs it.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
