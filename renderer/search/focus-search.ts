export const searchInputId = 'search';

/** Puts the cursor in the search box at the top, with what is in it selected. */
export function focusSearch(): void {
  const input = document.getElementById(searchInputId);
  if (!(input instanceof HTMLInputElement)) return;
  input.focus();
  input.select();
}
