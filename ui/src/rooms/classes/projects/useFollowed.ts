import { useState } from 'react';

/** What is typed over a stored value: begins again when the stored value changes, such as by an undo. */
export function useFollowed<V>(stored: V): [V, (next: V) => void] {
  const key = JSON.stringify(stored);
  const [known, setKnown] = useState(key);
  const [typed, setTyped] = useState(stored);
  if (key !== known) {
    setKnown(key);
    setTyped(stored);
    return [stored, setTyped];
  }
  return [typed, setTyped];
}
