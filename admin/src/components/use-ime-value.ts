import { useRef, useState, type ChangeEvent, type CompositionEvent } from 'react';

interface ImeOptions {
  readonly value: string;
  /** Called with finished text only: never while Chinese is being composed. */
  readonly onCommit: (text: string) => void;
}

export interface ImeProps {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: (event: CompositionEvent<HTMLElement>) => void;
}

/**
 * Props for an input whose text is used while it is typed. Between compositionstart and compositionend the letters are not
 * yet text (`dan` on its way to 丹), so nothing is searched for.
 */
export function useImeValue({ value, onCommit }: ImeOptions): ImeProps {
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  const composing = useRef(false);
  if (known !== value) {
    setKnown(value);
    setDraft(value);
  }
  return {
    value: draft,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setDraft(target.value);
      if (!composing.current) onCommit(target.value);
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: ({ target }: CompositionEvent<HTMLElement>) => {
      composing.current = false;
      // the handler may sit on the field around the input
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) onCommit(target.value);
    },
  };
}
