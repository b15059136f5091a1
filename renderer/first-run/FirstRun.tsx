import { useEffect, useState } from 'react';
import { guessLanguage } from '#renderer/app/languages.ts';
import { useSettings, useUpdateSettings } from '#renderer/app/settings.tsx';
import { useStored } from '#renderer/app/use-stored.ts';
import { AboutYou } from '#renderer/first-run/AboutYou.tsx';
import { BringBackScreen } from '#renderer/first-run/BringBackScreen.tsx';
import styles from '#renderer/first-run/FirstRun.module.css';
import { FirstStep } from '#renderer/first-run/FirstStep.tsx';
import { JoinScreen } from '#renderer/sync/JoinScreen.tsx';

/** The very first start: who you are, and where your list comes from. */
export function FirstRun() {
  const [isKnown, setKnown] = useState(false);
  const [aside, setAside] = useState<'joining' | 'bringingBack' | null>(null);
  const others = { onJoin: () => setAside('joining'), onBringBack: () => setAside('bringingBack') };
  const [wasKnown, setWasKnown] = useState(false);
  useGuessedLanguage();
  const goOn = () => {
    setKnown(true);
    setWasKnown(true);
  };
  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        {aside === 'joining' ? (
          <JoinScreen onBack={() => setAside(null)} />
        ) : aside === 'bringingBack' ? (
          <BringBackScreen onBack={() => setAside(null)} />
        ) : isKnown ? (
          <FirstStep onBack={() => setKnown(false)} {...others} />
        ) : (
          <AboutYou isAgain={wasKnown} onDone={goOn} {...others} />
        )}
      </div>
    </main>
  );
}

/** The first time ever the interface speaks the system's language; from then on the one that was chosen. */
function useGuessedLanguage(): void {
  const { language } = useSettings();
  const update = useUpdateSettings();
  const [isGuessed, setGuessed] = useStored<'yes' | 'no'>('cartera.languageGuessed', 'no');
  useEffect(() => {
    if (isGuessed === 'yes') return;
    setGuessed('yes');
    const guess = guessLanguage(navigator.languages);
    if (guess !== language) void update({ language: guess });
  }, [isGuessed, setGuessed, language, update]);
}
