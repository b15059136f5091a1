import { useState } from 'react';
import { AboutYou } from '#renderer/first-run/AboutYou.tsx';
import styles from '#renderer/first-run/FirstRun.module.css';
import { FirstStep } from '#renderer/first-run/FirstStep.tsx';

/** The very first start: who you are, and where your list comes from. */
export function FirstRun() {
  const [isKnown, setKnown] = useState(false);
  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        {isKnown ? <FirstStep onBack={() => setKnown(false)} /> : <AboutYou onDone={() => setKnown(true)} />}
      </div>
    </main>
  );
}
