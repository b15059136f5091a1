import { createTheme } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

/** A calm teal: white text on shade 7 and shade 8 on white both have a contrast of 5:1 or more. */
const teal: MantineColorsTuple = [
  '#e8f6f5',
  '#d3ebe9',
  '#a6d7d3',
  '#76c2bc',
  '#4fb0a9',
  '#2f9c94',
  '#1c867f',
  '#0f716b',
  '#0a5e59',
  '#064b47',
];

/** Faces that every system has, with Greek and Cyrillic in each. */
const systemFonts = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

/** 14 px base, dense enough for a laptop of 1280 by 720; every contrast is AA in light and dark. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 7 },
  colors: { teal },
  fontFamily: systemFonts,
  headings: { fontFamily: systemFonts, fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  autoContrast: true,
  respectReducedMotion: true,
});
