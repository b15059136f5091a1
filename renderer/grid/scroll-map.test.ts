import { describe, expect, it } from 'vitest';
import { createScrollMap, tallest } from './scroll-map.ts';

const million = createScrollMap({ rows: 1_000_000, rowHeight: 36, viewport: 500 });

describe('scroll map', () => {
  it('leaves a list that fits the browser as it is', () => {
    const map = createScrollMap({ rows: 1_000, rowHeight: 36, viewport: 500 });
    expect(map.height).toBe(36_000);
    expect(map.isCompressed).toBe(false);
    expect(map.toContent(1_234)).toBe(1_234);
    expect(map.toScroll(35_500)).toBe(35_500);
  });

  it('never makes an element taller than browsers can lay out', () => {
    expect(million.height).toBe(tallest);
  });

  it('reaches the first and the last of a million rows', () => {
    expect(million.toContent(0)).toBe(0);
    expect(million.toContent(tallest - 500)).toBe(36_000_000 - 500);
    expect(million.toContent(tallest * 2)).toBe(million.lastContent);
  });

  it('moves pixel by pixel near both ends', () => {
    expect(million.toContent(101) - million.toContent(100)).toBe(1);
    expect(million.toContent(tallest - 600) - million.toContent(tallest - 601)).toBe(1);
  });

  it('goes forth and back to the same place', () => {
    for (const content of [0, 40, 2_999_999, 3_000_001, 18_000_000, 33_100_000, 35_999_500]) {
      expect(million.toContent(million.toScroll(content))).toBeCloseTo(content, 3);
    }
  });

  it('never goes back when scrolled on', () => {
    let before = -1;
    for (let scroll = 0; scroll <= tallest; scroll += 9_973) {
      const content = million.toContent(scroll);
      expect(content).toBeGreaterThanOrEqual(before);
      before = content;
    }
  });

  it('has no place to go in a list shorter than the window', () => {
    const map = createScrollMap({ rows: 3, rowHeight: 36, viewport: 500 });
    expect(map.lastContent).toBe(0);
    expect(map.toContent(50)).toBe(0);
  });
});
