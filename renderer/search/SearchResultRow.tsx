import { IconBuildingStore, IconUser } from '@tabler/icons-react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { reasonBeside } from '#renderer/search/group-results.ts';
import { Highlight } from '#renderer/search/Highlight.tsx';
import { placePhoneMatch } from '#renderer/search/place-phone-match.ts';
import styles from '#renderer/search/SearchBox.module.css';
import type { SearchResult } from '#shared/search/contract.ts';

/** One result: who it is, and why it was found. */
export function SearchResultRow({ result }: { readonly result: SearchResult }) {
  const Icon = result.type === 'contact' ? IconUser : IconBuildingStore;
  const inTitle = result.matches.find(({ field, text }) => field === 'name' && text === result.title);
  return (
    <>
      <Icon size={18} stroke={1.6} aria-hidden className={styles.icon} />
      <span className={styles.who}>
        <span className={styles.title}>
          {inTitle === undefined ? result.title : <Highlight text={result.title} start={inTitle.start} length={inTitle.length} />}
        </span>
        {result.subtitle !== '' && <span className={styles.subtitle}>{result.subtitle}</span>}
      </span>
      <Reason result={result} />
    </>
  );
}

/** What was found besides the title, or else the phone, to tell two people of one name apart. */
function Reason({ result }: { readonly result: SearchResult }) {
  const t = useText();
  const format = useFormat();
  const reason = reasonBeside(result);
  if (reason === undefined) {
    const phone = result.phones[0];
    return <span className={styles.reason}>{phone === undefined ? result.emails[0] : format.phone(phone)}</span>;
  }
  return (
    <span className={styles.reason}>
      {reason.field !== 'phone' && reason.field !== 'email' && (
        <span className={styles.field}>{t(`search.field.${reason.field}`)} </span>
      )}
      <Highlight {...(reason.field === 'phone' ? asShown(reason, format.phone(reason.text)) : reason)} />
    </span>
  );
}

/** A phone found in its international form, as the user writes it. */
function asShown(reason: SearchResult['matches'][number], shown: string) {
  const mark = placePhoneMatch(reason.text, shown, reason);
  return mark === null ? reason : { text: shown, ...mark };
}
