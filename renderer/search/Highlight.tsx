import styles from '#renderer/search/SearchBox.module.css';

interface HighlightProps {
  readonly text: string;
  /** The part to mark, in UTF-16 units. */
  readonly start: number;
  readonly length: number;
}

/** A text with the part of it that was found marked. */
export function Highlight({ text, start, length }: HighlightProps) {
  if (length <= 0 || start < 0 || start >= text.length) return text;
  const end = start + length;
  return (
    <>
      {text.slice(0, start)}
      <mark className={styles.mark}>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  );
}
