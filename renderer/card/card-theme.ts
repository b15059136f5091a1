import { createTheme } from '@mantine/core';

const inPlace = {
  comboboxProps: { withinPortal: false },
  withScrollArea: false,
  styles: { options: { maxHeight: 240, overflowY: 'auto' } },
} as const;

/**
 * On a card, lists and menus open within the page's main part and not beside it, so that a screen reader finds them
 * where they belong; and they scroll by themselves, so that the keyboard reaches all of them.
 */
export const cardTheme = createTheme({
  components: {
    Autocomplete: { defaultProps: inPlace },
    Select: { defaultProps: inPlace },
    MultiSelect: { defaultProps: inPlace },
    TagsInput: { defaultProps: inPlace },
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { withinPortal: false } },
    Tooltip: { defaultProps: { withinPortal: false } },
  },
});
