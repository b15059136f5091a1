/** Above this, a text is cut on the card; opening it for editing shows all of it. */
const longestShown = 1_200;

/** A text of any length, cut where it would push everything else off the card. */
export function LongText({ text }: { readonly text: string }) {
  return <>{text.length > longestShown ? `${text.slice(0, longestShown).trimEnd()}…` : text}</>;
}
