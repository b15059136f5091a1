import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple, MantineThemeOverride } from '@mantine/core';

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

const readable = { input: { fontSize: 'var(--mantine-font-size-md)' } };

interface ThemeOptions {
  /** What the buttons that close something are called, in the user's language. */
  readonly close: string;
  /** Where menus, dialogs and notices are put. */
  readonly overlays: HTMLElement;
}

/** 14 px base, dense enough for a laptop of 1280 by 720; every contrast is AA in light and dark. */
export function buildTheme({ close, overlays }: ThemeOptions): MantineThemeOverride {
  const closeButtonProps = { 'aria-label': close };
  return createTheme({
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
    components: {
      // In a landmark of its own, so that a screen reader finds open menus, lists and notices too.
      Portal: { defaultProps: { target: overlays } },
      // Its placeholder is no item, and a menu may hold nothing else.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
      Notification: { defaultProps: { closeButtonProps } },
      Modal: {
        defaultProps: { closeButtonProps, transitionProps: { duration: 0 } },
        styles: { title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 600 } },
      },
      Drawer: { defaultProps: { closeButtonProps } },
      // Their <header> would be a second banner of the page to a screen reader.
      ModalHeader: { defaultProps: { role: 'none' } },
      DrawerHeader: { defaultProps: { role: 'none' } },
      Input: { styles: readable },
      InputWrapper: { styles: { description: { fontSize: 'var(--mantine-font-size-sm)' } } },
    },
  });
}

/** White on Mantine's own red has a contrast of 3.8:1; on this one of 5.4:1. */
const filledRed = { '--mantine-color-red-filled': '#c92a2a', '--mantine-color-red-filled-hover': '#b02525' };

/** Colours of text that can be read on white, on their tints and on dark: Mantine's own reach 2.7:1, these 4.5:1 and more. */
export const readableColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...filledRed,
    '--mantine-color-red-outline': '#c92a2a',
    '--mantine-color-dimmed': '#5c636a',
    '--mantine-color-placeholder': '#6c757d',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-red-light-color': '#a61e1e',
    '--mantine-color-orange-light-color': '#943100',
    '--mantine-color-yellow-light-color': '#744600',
    '--mantine-color-lime-light-color': '#3f6608',
    '--mantine-color-green-light-color': '#1c6429',
  },
  dark: {
    ...filledRed,
    '--mantine-color-dimmed': '#a9afb5',
    '--mantine-color-placeholder': '#939aa1',
    '--mantine-color-error': '#ff8787',
    // Mantine's tints of dark colours are nearly black: what is chosen must be seen.
    '--mantine-color-teal-light': 'rgba(47, 156, 148, 0.24)',
    '--mantine-color-teal-light-hover': 'rgba(47, 156, 148, 0.32)',
    '--mantine-color-yellow-light': 'rgba(250, 176, 5, 0.16)',
  },
});
