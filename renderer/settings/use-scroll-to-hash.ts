import { useEffect } from 'react';

/** Shows the section that the address names: "/settings#data". */
export function useScrollToHash() {
  useEffect(() => {
    const id = window.location.hash.slice(1);
    if (id !== '') document.getElementById(id)?.scrollIntoView();
  }, []);
}
