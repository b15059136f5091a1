/** Puts a text where it can be pasted from. @returns whether the window was allowed to */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
