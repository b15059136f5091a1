/** How a known program writes its lists. Headers are compared folded, with "#" for a number. */
export interface Preset {
  readonly id: string;
  /** Sets of headers, separated by commas: a list with all of one set comes from this program. */
  readonly marks: readonly string[];
  /**
   * Lines "header = code" (see column-code.ts) for the headers that the common dictionary reads otherwise than the program
   * means them. "custom" asks for a field of its own, "ignore" for nothing.
   */
  readonly columns: string;
  readonly subject?: 'contact' | 'company' | 'auto';
}
