/**
 * Tallest element relied on, in pixels. Browsers stop laying out exactly somewhere above it (Firefox near 17.8 million,
 * Chromium near 33.5 million); a million rows of 36 pixels need 36 million.
 */
export const tallest = 12_000_000;

/** Where "content" is the list as if it had its full height, and "scroll" is what the browser's scroll bar says; pixels. */
export interface ScrollMap {
  /** Height of the element that is scrolled. */
  readonly height: number;
  readonly isCompressed: boolean;
  /** Largest content offset: the last row stands at the bottom. */
  readonly lastContent: number;
  readonly toContent: (scroll: number) => number;
  readonly toScroll: (content: number) => number;
}

export interface ScrollMapOptions {
  readonly rows: number;
  readonly rowHeight: number;
  /** Height of what can be seen. */
  readonly viewport: number;
}

/**
 * Maps the scroll bar to rows. A list too tall for the browser is compressed in its middle only: near both ends a pixel
 * stays a pixel, so that the first and the last row are always reached.
 */
export function createScrollMap({ rows, rowHeight, viewport }: ScrollMapOptions): ScrollMap {
  const full = rows * rowHeight;
  const height = Math.min(full, tallest);
  const lastContent = Math.max(0, full - viewport);
  const lastScroll = Math.max(0, height - viewport);
  const isCompressed = full > tallest;
  const edge = tallest / 4;
  const stretch = isCompressed ? (lastContent - 2 * edge) / (lastScroll - 2 * edge) : 1;

  const convert = (from: number, fromLast: number, toLast: number, ratio: number) => {
    const offset = Math.min(Math.max(0, from), fromLast);
    if (!isCompressed || offset <= edge) return offset;
    if (offset >= fromLast - edge) return toLast - (fromLast - offset);
    return edge + (offset - edge) * ratio;
  };
  return {
    height,
    isCompressed,
    lastContent,
    toContent: (scroll) => convert(scroll, lastScroll, lastContent, stretch),
    toScroll: (content) => convert(content, lastContent, lastScroll, 1 / stretch),
  };
}
