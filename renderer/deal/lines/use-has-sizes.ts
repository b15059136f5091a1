import { useSettings } from '#renderer/app/settings.tsx';

/** Trades that sell by the piece and measure nothing. */
const withoutSizes: ReadonlySet<string> = new Set(['salon', 'garage', 'online']);

interface Sized {
  readonly place: string;
  readonly width: string | number | null;
  readonly height: string | number | null;
}

/** Says whether places, widths and heights are shown: where the trade measures, or somebody wrote some down. */
export function useHasSizes(lines: readonly Sized[]): boolean {
  const { trade } = useSettings();
  return (
    !withoutSizes.has(trade) ||
    lines.some(({ place, width, height }) => [place, width ?? '', height ?? ''].some((one) => one !== ''))
  );
}
